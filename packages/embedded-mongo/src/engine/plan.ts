import type { KeyField } from '../query/composite-values.js';
import { conjunctsOf, type FilterTree } from '../query/filter-tree.js';
import { accessesOf, type Access } from './access.js';
import type { Collection } from './catalog.js';
import { constraintsOf, type Constraints } from './constraints.js';
import { documentKey } from './stored-keys.js';
import { narrow, segmentsOf, type Narrowing, type Segment } from './key-segments.js';

/** One pass over the keys of an access. */
export type Pass = {
  readonly access: Access;
  readonly segments: readonly Segment[];
  /** Segments are read from the last key to the first. */
  readonly reverse: boolean;
  /** Segments are read side by side, always the one whose next key comes first. */
  readonly merges: boolean;
};

/** How documents are found: passes over keys, and whether they come in the order asked for. */
export type Plan = { readonly passes: readonly Pass[]; readonly isSorted: boolean };

/** What is to be found; `hint` names an index that must be used. */
export type Wanted = {
  readonly filter: FilterTree;
  readonly sort: readonly KeyField[];
  readonly hint?: string | undefined;
};

type Candidate = {
  readonly access: Access;
  readonly narrowing: Narrowing;
  readonly order: Order | undefined;
  readonly worth: number;
};

/**
 * Chooses the passes: the index whose leading fields are given by the filter furthest, then the one
 * that gives a range, then the one that gives the order. Only when nothing fits are all documents read.
 */
export function planFor(collection: Collection, wanted: Wanted): Plan {
  const byId = wanted.hint === undefined ? keyById(collection, wanted.filter) : undefined;
  if (byId !== undefined) return planById(collection, byId);
  const best = bestCandidate(collection, wanted);
  if (best !== undefined && best.worth > 0) return planOf(best);
  const union = wanted.hint === undefined ? unionOf(collection, wanted) : undefined;
  if (union !== undefined) return union;
  const [primary] = accessesOf(collection);
  return planOf(best ?? candidateOf(primary, constraintsOf(wanted.filter), wanted.sort));
}

/** The key of the only document a filter can match, when it names an id. */
export function keyById(collection: Collection, filter: FilterTree): Buffer | undefined {
  for (const condition of conjunctsOf(filter)) {
    const isId =
      condition.kind === 'compare' && condition.operator === '$eq' && condition.path.text === '_id';
    if (!isId || condition.value === null || Array.isArray(condition.value)) continue;
    return documentKey(collection.number, condition.value);
  }
  return undefined;
}

function planById(collection: Collection, key: Buffer): Plan {
  const segment = { low: key, high: key, isExact: true, sharedBytes: key.length };
  const access = accessesOf(collection)[0];
  return {
    passes: [{ access, segments: [segment], reverse: false, merges: false }],
    isSorted: true,
  };
}

function bestCandidate(
  collection: Collection,
  { filter, sort, hint }: Wanted,
): Candidate | undefined {
  const constraints = constraintsOf(filter);
  let best: Candidate | undefined;
  for (const access of accessesOf(collection)) {
    if (hint !== undefined && hint !== access.name) continue;
    if (hint === undefined && !isComplete(access, constraints)) continue;
    const candidate = candidateOf(access, constraints, sort);
    if (best === undefined || candidate.worth > best.worth) best = candidate;
  }
  return best;
}

// A sparse index lacks the documents that have none of its fields.
function isComplete(access: Access, constraints: Constraints): boolean {
  return (
    !access.sparse || access.fields.some(({ path }) => constraints.get(path.text)?.exists === true)
  );
}

function candidateOf(
  access: Access,
  constraints: Constraints,
  sort: readonly KeyField[],
): Candidate {
  const narrowing = narrow(access, constraints);
  const order = orderOf(access, narrowing, sort);
  return {
    access,
    narrowing,
    order,
    worth: worthOf(access, narrowing, order !== undefined && sort.length > 0),
  };
}

function worthOf(access: Access, { singles, range }: Narrowing, isSorted: boolean): number {
  if (access.unique && singles.length === access.fields.length) return 1_000;
  return (
    singles.length * 10 +
    (range === undefined ? 0 : 5) +
    (isSorted ? 3 : 0) +
    (access.sparse ? 1 : 0)
  );
}

function planOf({ access, narrowing, order }: Candidate): Plan {
  const segments = segmentsOf(access, narrowing);
  const { reverse = false, merges = false } = order ?? {};
  return {
    passes: [{ access, segments: reverse ? segments.toReversed() : segments, reverse, merges }],
    isSorted: order !== undefined,
  };
}

type Order = { readonly reverse: boolean; readonly merges: boolean };

// Fields that have one value only neither give nor disturb an order.
function orderOf(
  access: Access,
  { rows, singles }: Narrowing,
  sort: readonly KeyField[],
): Order | undefined {
  const constant = new Set(
    access.fields.filter((_, position) => singles[position] === true).map(({ path }) => path.text),
  );
  const keepsOrder = access.keepsOrder();
  const asked = keepsOrder ? sort.filter(({ path }) => !constant.has(path.text)) : sort;
  if (asked.length === 0) return { reverse: false, merges: false };
  if (!keepsOrder) return undefined;
  const varying = access.fields.filter((_, position) => singles[position] !== true);
  const inKeyOrder = directionOf(varying, asked);
  if (inKeyOrder !== undefined) return { reverse: inKeyOrder, merges: false };
  const behind = directionOf(access.fields.slice(singles.length), asked);
  return behind === undefined ? undefined : { reverse: behind, merges: rows.length > 1 };
}

/** Whether reading these fields backwards gives the order asked for; undefined when neither way does. */
function directionOf(fields: readonly KeyField[], asked: readonly KeyField[]): boolean | undefined {
  let reverse: boolean | undefined;
  for (const [position, { path, descending }] of asked.entries()) {
    const field = fields[position];
    if (field?.path.text !== path.text) return undefined;
    const isOpposite = field.descending !== descending;
    if (reverse !== undefined && reverse !== isOpposite) return undefined;
    reverse = isOpposite;
  }
  return reverse;
}

// Each branch of an $or by an index of its own (manual: "$or Clauses and Indexes"), or not at all.
function unionOf(collection: Collection, { filter, sort }: Wanted): Plan | undefined {
  const conditions = conjunctsOf(filter);
  const either = conditions.find(
    (condition) => condition.kind === 'or' && condition.children.length > 0,
  );
  if (either?.kind !== 'or') return undefined;
  const others = conditions.filter((condition) => condition !== either);
  const passes: Pass[] = [];
  for (const child of either.children) {
    const best = bestCandidate(collection, {
      filter: { kind: 'and', children: [child, ...others] },
      sort: [],
    });
    if (best === undefined || best.worth === 0) return undefined;
    passes.push(...planOf(best).passes);
  }
  return { passes, isSorted: sort.length === 0 };
}

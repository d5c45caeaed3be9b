import { parsePath, type FieldPath } from '../query/field-path.js';
import { conjunctsOf, type FilterTree } from '../query/filter-tree.js';

/** One end of a range. */
export type Bound = { readonly value: unknown; readonly inclusive: boolean };

/**
 * What a filter says about one path, as far as an index can use it: the values it may have, or a
 * range, or only that the field is there. The filter is still checked on each document found.
 */
export type Constraint = {
  readonly points?: readonly unknown[];
  readonly low?: Bound;
  readonly high?: Bound;
  readonly exists: boolean;
};

/** Constraints by path. */
export type Constraints = ReadonlyMap<string, Constraint>;

/** Reads the constraints that must all hold; parts of a filter that tell an index nothing are left out. */
export function constraintsOf(tree: FilterTree): Constraints {
  const constraints = new Map<string, Constraint>();
  collect(conjunctsOf(tree), constraints, (path) => path);
  return constraints;
}

type Locate = (path: FieldPath) => FieldPath;

function collect(
  conditions: readonly FilterTree[],
  into: Map<string, Constraint>,
  locate: Locate,
): void {
  for (const condition of conditions) {
    if (condition.kind === 'elementMatches') {
      collectElement(condition, into, locate);
      continue;
    }
    const found = constraintOf(condition, locate);
    if (found !== undefined) merge(into, found);
  }
}

type Located = { readonly path: FieldPath; readonly constraint: Constraint };

// One element fulfils them all, so each holds for some entry of a multikey index.
function collectElement(
  { path, filter, ofValues }: Extract<FilterTree, { kind: 'elementMatches' }>,
  into: Map<string, Constraint>,
  locate: Locate,
): void {
  const outer = locate(path);
  const inner: Locate = ofValues
    ? () => outer
    : (child) => parsePath(`${outer.text}.${child.text}`);
  const conditions = conjunctsOf(filter).filter(
    (condition) => condition.kind === 'compare' || condition.kind === 'in',
  );
  collect(conditions, into, inner);
  merge(into, { path: outer, constraint: { exists: true } });
}

function constraintOf(condition: FilterTree, locate: Locate): Located | undefined {
  if (condition.kind === 'compare') return comparisonConstraint(condition, locate(condition.path));
  if (condition.kind === 'in') return membershipConstraint(condition, locate(condition.path));
  if (condition.kind === 'exists')
    return { path: locate(condition.path), constraint: { exists: true } };
  return condition.kind === 'not' ? notNullConstraint(condition.child, locate) : undefined;
}

function comparisonConstraint(
  { operator, value }: Extract<FilterTree, { kind: 'compare' }>,
  path: FieldPath,
): Located | undefined {
  if (!isUsable(value, path)) return undefined;
  const exists = value !== null;
  if (operator === '$eq') return { path, constraint: { points: [value], exists } };
  if (value === null || Number.isNaN(value)) return undefined;
  const bound = { value, inclusive: operator === '$gte' || operator === '$lte' };
  const isLow = operator === '$gt' || operator === '$gte';
  return { path, constraint: isLow ? { low: bound, exists } : { high: bound, exists } };
}

function membershipConstraint(
  { values, patterns }: Extract<FilterTree, { kind: 'in' }>,
  path: FieldPath,
): Located | undefined {
  if (patterns.length > 0 || !values.every((value) => isUsable(value, path))) return undefined;
  return { path, constraint: { points: values, exists: !values.includes(null) } };
}

// An array is indexed by its elements; and a path with a number in it "is null" in documents whose
// element by that number has a value, because the number could be a name.
function isUsable(value: unknown, path: FieldPath): boolean {
  if (Array.isArray(value)) return false;
  return value !== null || path.parts.every(({ index }) => index < 0);
}

// Below an empty array nothing is null and nothing exists, so only a path without dots may say so.
function notNullConstraint(child: FilterTree, locate: Locate): Located | undefined {
  const isNull = child.kind === 'compare' && child.operator === '$eq' && child.value === null;
  if (!isNull || child.path.parts.length > 1) return undefined;
  return { path: locate(child.path), constraint: { exists: true } };
}

function merge(into: Map<string, Constraint>, { path, constraint }: Located): void {
  const known = into.get(path.text);
  if (known === undefined) {
    into.set(path.text, constraint);
    return;
  }
  into.set(path.text, { ...constraint, ...known, exists: known.exists || constraint.exists });
}

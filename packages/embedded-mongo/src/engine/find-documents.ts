import type { Matcher } from '../query/make-matcher.js';
import type { KeyField } from '../query/composite-values.js';
import type { FilterTree } from '../query/filter-tree.js';
import { sortKeyOf } from '../query/sort-order.js';
import { MongoError } from '../errors/mongo-error.js';
import type { Collection } from './catalog.js';
import type { StoredDocument } from './document-cache.js';
import type { Engine } from './engine.js';
import { keyById, planFor, type Plan } from './plan.js';
import { beginProgress, scan, type Progress } from './scan.js';

/** What is looked for, in which order, and how much of it. */
export type Query = {
  readonly filter: FilterTree;
  readonly matches: Matcher;
  readonly sort: readonly KeyField[];
  readonly skip: number;
  /** 0 is no limit. */
  readonly limit: number;
  readonly hint?: string | undefined;
};

/**
 * A search that can be left and gone on with: each call of `documents` continues where the last one
 * was left, and between calls nothing of LMDB is held.
 */
export type Search = {
  readonly plan: Plan;
  readonly progress: Progress;
  readonly counts: { documentsExamined: number; returned: number };
  readonly documents: () => Generator<StoredDocument, void, undefined>;
  readonly isFinished: () => boolean;
};

/** MongoDB's limit for sorting without writing to disk (manual: "Sort and Memory"). */
const MOST_SORTED_BYTES = 100 * 1024 * 1024;

/** Begins a search in a collection. */
export function beginSearch(engine: Engine, collection: Collection, query: Query): Search {
  const plan = planFor(collection, query);
  const progress = beginProgress(plan);
  const counts = { documentsExamined: 0, returned: 0 };
  let toSkip = query.skip;
  let isExhausted = false;
  let sorted: StoredDocument[] | undefined;

  const matching = function* (): Generator<StoredDocument, void, undefined> {
    for (const found of scan(engine.store, plan, progress)) {
      const stored = engine.load(found);
      counts.documentsExamined += 1;
      if (stored !== undefined && query.matches(stored.document)) yield stored;
    }
  };
  const ordered = function* (): Generator<StoredDocument, void, undefined> {
    if (plan.isSorted) {
      yield* matching();
      return;
    }
    sorted ??= sortInMemory(matching(), query).reverse();
    for (let next = sorted.pop(); next !== undefined; next = sorted.pop()) yield next;
  };
  const documents = function* (): Generator<StoredDocument, void, undefined> {
    if (isExhausted) return;
    for (const stored of ordered()) {
      if (toSkip > 0) {
        toSkip -= 1;
        continue;
      }
      counts.returned += 1;
      isExhausted = counts.returned === query.limit;
      yield stored;
      if (counts.returned === query.limit) return;
    }
    isExhausted = true;
  };
  return { plan, progress, counts, documents, isFinished: () => isExhausted };
}

function sortInMemory(documents: Iterable<StoredDocument>, { sort }: Query): StoredDocument[] {
  const keyed: { readonly stored: StoredDocument; readonly key: Buffer }[] = [];
  let bytes = 0;
  for (const stored of documents) {
    bytes += stored.bytes.length;
    if (bytes > MOST_SORTED_BYTES) {
      throw new MongoError(
        292,
        'Sort exceeded memory limit of 104857600 bytes, but did not opt in to external sorting.',
      );
    }
    keyed.push({ stored, key: sortKeyOf(stored.document, sort) });
  }
  keyed.sort((left, right) => Buffer.compare(left.key, right.key));
  return keyed.map(({ stored }) => stored);
}

/** The first document a query finds. */
export function findFirst(
  engine: Engine,
  collection: Collection,
  query: Query,
): StoredDocument | undefined {
  const key = keyById(collection, query.filter);
  if (key !== undefined) {
    const stored = engine.load({ key });
    return stored !== undefined && query.matches(stored.document) ? stored : undefined;
  }
  for (const stored of beginSearch(engine, collection, { ...query, limit: 1 }).documents())
    return stored;
  return undefined;
}

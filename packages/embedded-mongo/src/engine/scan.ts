import type { LmdbStore, Table } from './lmdb-store.js';
import type { Pass, Plan } from './plan.js';
import type { Segment } from './key-segments.js';

/** A document's key, with its bytes when the pass came across them. */
export type Found = { readonly key: Buffer; readonly bytes?: Buffer };

/**
 * How far a plan has been read: of each segment the last key, or that it is finished. With it reading
 * goes on later without a transaction having been held open.
 */
export type Progress = {
  readonly segments: Map<Segment, Buffer | 'finished'>;
  /** Documents already found, where several keys can lead to one. */
  readonly seen: Set<string> | undefined;
  keysExamined: number;
};

/** The progress of a plan nothing has been read of. */
export function beginProgress({ passes }: Plan): Progress {
  const mayRepeat =
    passes.length > 1 || passes.some(({ access }) => access.multikey.includes(true));
  return { segments: new Map(), seen: mayRepeat ? new Set() : undefined, keysExamined: 0 };
}

/** Reads a plan's documents in its order, from where the progress stands; each document once. */
export function* scan(
  store: LmdbStore,
  plan: Plan,
  progress: Progress,
): Generator<Found, void, undefined> {
  for (const pass of plan.passes) {
    const table = pass.access.isPrimary ? store.documents : store.entries;
    const keys = pass.merges
      ? mergedKeys(table, pass, progress)
      : keysInTurn(table, pass, progress);
    for (const { key, value } of keys) {
      progress.keysExamined += 1;
      const found = pass.access.isPrimary ? { key, bytes: value } : { key: value };
      if (isNew(found.key, progress)) yield found;
    }
  }
}

function isNew(key: Buffer, { seen }: Progress): boolean {
  if (seen === undefined) return true;
  const name = key.toString('latin1');
  if (seen.has(name)) return false;
  seen.add(name);
  return true;
}

type Entry = { readonly key: Buffer; readonly value: Buffer };

function* keysInTurn(
  table: Table,
  { segments, reverse }: Pass,
  progress: Progress,
): Generator<Entry, void, undefined> {
  for (const segment of segments) {
    if (progress.segments.get(segment) === 'finished') continue;
    if (segment.isExact) {
      progress.segments.set(segment, 'finished');
      const value = table.getBinary(segment.low);
      if (value !== undefined) yield { key: segment.low, value };
      continue;
    }
    for (const entry of entriesIn(table, segment, { reverse, progress })) {
      progress.segments.set(segment, entry.key);
      yield entry;
    }
    progress.segments.set(segment, 'finished');
  }
}

type Reading = { readonly reverse: boolean; readonly progress: Progress };

function entriesIn(
  table: Table,
  segment: Segment,
  { reverse, progress }: Reading,
): Iterable<Entry> {
  const last = progress.segments.get(segment);
  const resumed = last instanceof Buffer ? { start: last, exclusiveStart: true } : undefined;
  if (reverse) {
    return table.getRange({
      start: segment.high,
      ...resumed,
      end: segment.low,
      inclusiveEnd: true,
      reverse: true,
    });
  }
  return table.getRange({ start: segment.low, ...resumed, end: segment.high });
}

type Head = { readonly segment: Segment; readonly entries: Iterator<Entry>; next: Entry };

function* mergedKeys(
  table: Table,
  pass: Pass,
  progress: Progress,
): Generator<Entry, void, undefined> {
  const heads: Head[] = [];
  try {
    for (const segment of pass.segments) {
      const entries = entriesIn(table, segment, { reverse: pass.reverse, progress })[
        Symbol.iterator
      ]();
      const first = entries.next();
      if (first.done !== true) heads.push({ segment, entries, next: first.value });
    }
    while (heads.length > 0) {
      const head = firstOf(heads, pass.reverse);
      progress.segments.set(head.segment, head.next.key);
      yield head.next;
      const following = head.entries.next();
      if (following.done === true) heads.splice(heads.indexOf(head), 1);
      else head.next = following.value;
    }
  } finally {
    for (const { entries } of heads) entries.return?.();
  }
}

function firstOf(heads: readonly Head[], reverse: boolean): Head {
  return heads.reduce((first, head) => {
    const order = compareBehind(head, first);
    return (reverse ? order > 0 : order < 0) ? head : first;
  });
}

// What segments share stands for fields that are not part of the order.
function compareBehind(left: Head, right: Head): number {
  return left.next.key.compare(
    right.next.key,
    right.segment.sharedBytes,
    undefined,
    left.segment.sharedBytes,
  );
}

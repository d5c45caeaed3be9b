import { MongoError, outOfDiskSpace } from '../errors/mongo-error.js';
import { OwnershipLostError } from '../errors/ownership-lost-error.js';
import type { Catalog } from './catalog.js';
import type { DocumentCache } from './document-cache.js';
import type { LmdbStore } from './lmdb-store.js';

/** Takes writes and runs those that came together as one transaction, flushed once. */
export type WriteQueue = {
  /** Runs a write; settles when it is on disk, or when it is certain that nothing of it happened. */
  readonly submit: <T>(run: () => T) => Promise<T>;
  /** Settles when nothing is waiting. */
  readonly idle: () => Promise<void>;
};

type Waiting = {
  readonly run: () => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
};

type Outcome = { readonly value: unknown } | { readonly error: MongoError };

type Parts = {
  readonly store: LmdbStore;
  readonly catalog: Catalog;
  readonly cache: DocumentCache;
  readonly mostBytes: number | undefined;
};

/** Commands are taken into one transaction until this much time has gone; the rest goes into the next. */
const MOST_GROUP_MS = 20;

/** Makes the queue. A command that fails unexpectedly is run again alone, so that it takes no other with it. */
export function makeWriteQueue(parts: Parts): WriteQueue {
  let waiting: Waiting[] = [];
  let whenIdle: (() => void)[] = [];
  let isScheduled = false;

  const schedule = (): void => {
    if (isScheduled) return;
    isScheduled = true;
    // All sockets that have something to read are read before this runs: their writes share a flush.
    setImmediate(() => {
      isScheduled = false;
      const taken = runGroup(parts, waiting);
      waiting = waiting.slice(taken);
      if (waiting.length > 0) {
        schedule();
        return;
      }
      const done = whenIdle;
      whenIdle = [];
      for (const resolve of done) resolve();
    });
  };
  return {
    submit: (run) =>
      new Promise((resolve, reject) => {
        waiting.push({ run, resolve: resolve as (value: unknown) => void, reject });
        schedule();
      }),
    idle: () =>
      new Promise((resolve) => {
        if (waiting.length === 0) resolve();
        else whenIdle.push(resolve);
      }),
  };
}

function runGroup(parts: Parts, waiting: readonly Waiting[]): number {
  let outcomes: readonly Outcome[];
  try {
    outcomes = runTogether(parts, waiting);
  } catch (error) {
    if (error instanceof OwnershipLostError) throw error;
    for (const one of waiting) settleAlone(parts, one);
    return waiting.length;
  }
  for (const [index, one] of waiting.slice(0, outcomes.length).entries())
    settle(one, outcomes[index]);
  return outcomes.length;
}

function settleAlone(parts: Parts, one: Waiting): void {
  try {
    settle(one, runAlone(parts, one));
  } catch (error) {
    if (error instanceof OwnershipLostError) throw error;
    one.reject(parts.store.isOutOfSpace(error) ? outOfDiskSpace() : error);
  }
}

function settle(one: Waiting, outcome: Outcome | undefined): void {
  if (outcome !== undefined && 'error' in outcome) one.reject(outcome.error);
  else one.resolve(outcome?.value);
}

// LMDB takes freed pages back into use only after one more commit: a disk that was full stays so until
// there has been one, and that one needs next to nothing.
function runAlone(parts: Parts, one: Waiting): Outcome | undefined {
  try {
    return runTogether(parts, [one])[0];
  } catch (error) {
    if (!parts.store.isOutOfSpace(error)) throw error;
    parts.store.commitLittle();
    return runTogether(parts, [one])[0];
  }
}

function runTogether(
  { store, catalog, cache, mostBytes }: Parts,
  waiting: readonly Waiting[],
): readonly Outcome[] {
  try {
    const outcomes = store.write(() => {
      const usedBefore = mostBytes === undefined ? 0 : store.usedBytes();
      const settled = runEach(waiting);
      if (mostBytes !== undefined) checkRoom(store, { usedBefore, mostBytes });
      return settled;
    });
    cache.commit();
    return outcomes;
  } catch (error) {
    if (error instanceof OwnershipLostError) throw error;
    cache.abort();
    catalog.reload();
    throw error;
  }
}

function runEach(waiting: readonly Waiting[]): Outcome[] {
  const outcomes: Outcome[] = [];
  const end = performance.now() + MOST_GROUP_MS;
  for (const { run } of waiting) {
    outcomes.push(outcomeOf(run));
    if (performance.now() > end) break;
  }
  return outcomes;
}

// A refusal has undone what it did; anything else leaves the transaction in doubt and ends it.
function outcomeOf(run: () => unknown): Outcome {
  try {
    return { value: run() };
  } catch (error) {
    if (error instanceof MongoError) return { error };
    throw error;
  }
}

type Room = { readonly usedBefore: number; readonly mostBytes: number };

// What frees space is let through also when there is too much already.
function checkRoom(store: LmdbStore, { usedBefore, mostBytes }: Room): void {
  const used = store.usedBytes();
  if (used > mostBytes && used > usedBefore) throw outOfDiskSpace();
}

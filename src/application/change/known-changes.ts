import type { ChangeId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Change, ChangeRowWrite } from '../../domain/user-product/change.js';
import type { StoredUserProduct } from '../ports/user-product-store.js';

/**
 * The changes of an account as they stand: those that were written, those that still wait in these rows, and each with the
 * instant of its effect as it is by now. The rows are read before the collection, so that what leaves them in between is
 * found there; what is found in both counts once.
 */
export function knownChanges(
  written: readonly Change[],
  rows: readonly StoredUserProduct[],
): readonly Change[] {
  const boundaries = boundariesIn(rows);
  return folded(written, rows.flatMap(waitingWrites)).map((it) => ({
    ...it,
    effectiveAt: boundaries.get(it.id) ?? effectOf(it),
  }));
}

/** What waits in a document, and in a successor of it that was not inserted when it was read. */
function waitingWrites({ outbox, successor }: StoredUserProduct): readonly ChangeRowWrite[] {
  return [...outbox, ...(successor?.outbox ?? [])].flatMap((entry) => entry.changeRows);
}

/** As the drain would leave the collection (docs/architecture.md §3): a row is opened once, and closed once. */
function folded(written: readonly Change[], waiting: readonly ChangeRowWrite[]): readonly Change[] {
  const changes = new Map<ChangeId, Change>(written.map((it) => [it.id, it]));
  for (const row of waiting) {
    if (row.write === 'open' && !changes.has(row.change.id)) changes.set(row.change.id, row.change);
  }
  for (const row of waiting) {
    const change = row.write === 'close' ? changes.get(row.changeId) : undefined;
    if (row.write !== 'close' || change?.state !== 'created') continue;
    const { state, closedAt, successorId } = row;
    const eventIds = [...change.eventIds, ...row.eventIds];
    const effectiveAt = row.effectiveAt ?? change.effectiveAt;
    changes.set(change.id, { ...change, state, closedAt, effectiveAt, successorId, eventIds });
  }
  return [...changes.values()];
}

/** The boundaries that changes wait for, which edits of their user products may have moved. */
function boundariesIn(rows: readonly StoredUserProduct[]): ReadonlyMap<ChangeId, Instant> {
  const waiting = rows.flatMap(({ product }) => product.pendingChange ?? []);
  return new Map(waiting.map((it) => [it.changeId, it.dueAt]));
}

/** One that was applied before its row was told when it took effect did so when it was closed. */
function effectOf({ state, effectiveAt, closedAt }: Change): Instant {
  return state === 'applied' && closedAt !== null ? closedAt : effectiveAt;
}

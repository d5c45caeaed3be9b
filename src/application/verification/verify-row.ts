import type { UserProductId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import type { OutboxEntry, StoredUserProduct } from '../ports/user-product-store.js';
import { graceMs, type Finding } from './finding.js';
import { verifyPaidOfRow } from './verify-paid.js';

export type RowTimes = {
  /** Real time, which outbox entries are written in. */
  readonly realNow: Instant;
  /** The organisation's, which boundaries are written in. */
  readonly now: Instant;
};

/** What one document breaks by itself, told which of the successors that its page names are there. */
export function verifyRow(
  row: StoredUserProduct,
  times: RowTimes,
  existing: ReadonlySet<UserProductId>,
): readonly Finding[] {
  return [
    ...setAside(row),
    ...waitingEntries(row, times),
    ...overdueChange(row, times),
    ...missingSuccessor(row, times, existing),
    ...verifyPaidOfRow(row),
  ];
}

/** The successor that a document speaks of, whether it is inserted or not. */
export function successorIdOf(row: StoredUserProduct): UserProductId | null {
  return row.successor?.product.id ?? row.product.endedBy?.successorId ?? null;
}

function findingOf(
  row: StoredUserProduct,
  promise: Finding['promise'],
  facts: Finding['facts'] = {},
): Finding {
  const { id, organisationId } = row.product;
  return { organisationId, promise, facts: { user_product_id: id, ...facts } };
}

function setAside(row: StoredUserProduct): readonly Finding[] {
  return row.dueBlocked ? [findingOf(row, 'user_product_set_aside')] : [];
}

function waitingEntries(row: StoredUserProduct, { realNow }: RowTimes): readonly Finding[] {
  return row.outbox
    .filter((entry) => isOld(entry, realNow))
    .map((entry) =>
      findingOf(row, 'outbox_not_drained', {
        entry_id: entry.id,
        seconds: secondsBetween(entry.createdAt, realNow),
      }),
    );
}

function overdueChange(row: StoredUserProduct, { now }: RowTimes): readonly Finding[] {
  const { pendingChange } = row.product;
  if (pendingChange === null || pendingChange.dueAt + graceMs >= now) return [];
  const { changeId, dueAt } = pendingChange;
  const facts = { change_id: changeId, seconds: secondsBetween(dueAt, now) };
  return [findingOf(row, 'pending_change_overdue', facts)];
}

/** Just committed, it may still be on its way; after a minute by its newest entry nobody brings it. */
function missingSuccessor(
  row: StoredUserProduct,
  { realNow }: RowTimes,
  existing: ReadonlySet<UserProductId>,
): readonly Finding[] {
  const id = successorIdOf(row);
  if (id === null || existing.has(id)) return [];
  if (row.successor === null) return [findingOf(row, 'successor_lost', { successor_id: id })];
  const newest = row.successor.outbox.at(-1);
  const isFresh = newest !== undefined && !isOld(newest, realNow);
  return isFresh ? [] : [findingOf(row, 'successor_not_inserted', { successor_id: id })];
}

function isOld(entry: OutboxEntry, realNow: Instant): boolean {
  return entry.createdAt + graceMs < realNow;
}

function secondsBetween(earlier: Instant, later: Instant): number {
  return Math.floor((later - earlier) / 1_000);
}

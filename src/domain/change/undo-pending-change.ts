import { committed, eventIdsOf } from '../user-product/commit-frame.js';
import { oneRow } from '../user-product/edit-row.js';
import type { WriteRefusalReason } from '../user-product/refusal.js';
import type { Ruling } from '../user-product/ruling.js';
import { withoutPendingChange } from '../user-product/superseded-change.js';
import type { WriteOrder } from '../user-product/write-order.js';
import { cancelPendingChange } from './cancel-pending-change.js';
import { openedAgain, toldAgain, waitingAgain, type Restored } from './waiting-again.js';

/**
 * Takes back a change that waits as if it had not been asked for (docs/spec/operations.md §1): what it had superseded
 * waits again, null where it had superseded nothing.
 * Example: a downgrade to lite waited, then one to basic in its place; that is undone: lite waits again.
 */
export function undoPendingChange(
  order: WriteOrder,
  superseded: Restored | null,
): Ruling<WriteRefusalReason> {
  const { product, at } = order;
  const { pendingChange, validTo } = product;
  if (pendingChange === null || superseded === null || validTo === null) {
    return cancelPendingChange(order);
  }
  const { changeId, dueAt: effectiveAt } = pendingChange;
  const { row, effects } = withoutPendingChange(order);
  const next = committed(order, { pendingChange: waitingAgain(superseded, validTo) });
  const closed = {
    write: 'close',
    changeId,
    state: 'cancelled',
    closedAt: at,
    effectiveAt,
  } as const;
  const transition = oneRow(order, {
    next,
    effects: [...effects, ...toldAgain(row, next)],
    changeRows: (events) => [
      { ...closed, successorId: null, eventIds: eventIdsOf(events, changeId) },
      ...openedAgain(superseded, next, events),
    ],
  });
  return { rule: 'commit', id: product.id, transition };
}

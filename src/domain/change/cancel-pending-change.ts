import type { WriteRefusalReason } from '../user-product/refusal.js';
import { committed, eventIdsOf } from '../user-product/commit-frame.js';
import { oneRow } from '../user-product/edit-row.js';
import type { WriteOrder } from '../user-product/write-order.js';
import type { Ruling } from '../user-product/ruling.js';

/**
 * Takes back the change that waits for the end of the period (docs/spec/payway-api.md §5): the row goes on as it is.
 */
export function cancelPendingChange(order: WriteOrder): Ruling<WriteRefusalReason> {
  const { product, at } = order;
  const { pendingChange } = product;
  if (pendingChange === null) {
    return { rule: 'refuse', refusals: [{ reason: 'no_pending_change', facts: {} }] };
  }
  const { changeId, dueAt: effectiveAt } = pendingChange;
  const next = committed(order, { pendingChange: null });
  const closed = {
    write: 'close',
    changeId,
    state: 'cancelled',
    closedAt: at,
    effectiveAt,
  } as const;
  const transition = oneRow(order, {
    next,
    effects: [{ type: 'package_change_cancelled', changeId, before: product, after: next }],
    changeRows: (events) => [
      { ...closed, successorId: null, eventIds: eventIdsOf(events, changeId) },
    ],
  });
  return { rule: 'commit', id: product.id, transition };
}

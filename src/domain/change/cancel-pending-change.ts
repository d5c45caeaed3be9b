import { committed, eventIdsOf } from '../user-product/commit-frame.js';
import { oneRow } from '../user-product/edit-row.js';
import type { WriteOrder } from '../user-product/write-order.js';
import { refusedFor, type WriteOutcome } from '../user-product/write-outcome.js';

/** Takes back the change that waits for the end of the period (payway-api.md §5): the row goes on as it is. */
export function cancelPendingChange(order: WriteOrder): WriteOutcome {
  const { product, at } = order;
  const { pendingChange } = product;
  if (pendingChange === null) {
    return refusedFor([{ reason: 'no_pending_change', facts: {} }]) ?? { outcome: 'unchanged' };
  }
  const { changeId } = pendingChange;
  const next = committed(order, { pendingChange: null });
  const closed = { write: 'close', changeId, state: 'cancelled', closedAt: at } as const;
  const transition = oneRow(order, {
    next,
    effects: [{ type: 'package_change_cancelled', changeId, before: product, after: next }],
    changeRows: (events) => [
      { ...closed, successorId: null, eventIds: eventIdsOf(events, changeId) },
    ],
  });
  return { outcome: 'commit', transition };
}

import type { WriteRefusalReason } from './refusal.js';
import { editRow } from './edit-row.js';
import type { WriteOrder } from './write-order.js';
import { refusedFor, type Ruling } from './ruling.js';

/**
 * Takes a cancellation back before it has taken effect (docs/spec/payway-api.md §5): the subscription goes on being
 * renewed.
 */
export function reactivateUserProduct(order: WriteOrder): Ruling<WriteRefusalReason> {
  const { state } = order.product;
  const refused = refusedFor(
    state === 'cancelled' ? [] : [{ reason: 'user_product_not_cancelled', facts: { state } }],
  );
  if (refused !== null) return refused;
  const edits = { state: 'activated', cancelledAt: null, cancellation: null } as const;
  return {
    rule: 'commit',
    id: order.product.id,
    transition: editRow(order, { type: 'user_product_uncancelled', edits }),
  };
}

import type { WriteRefusalReason } from './refusal.js';
import { boundaryRefusals } from './boundary-refusals.js';
import { editRow } from './edit-row.js';
import type { WriteOrder } from './write-order.js';
import { refusedFor, type Ruling } from './ruling.js';

/**
 * Takes a cancellation back before it has taken effect (docs/spec/payway-api.md §5): the subscription goes on being
 * renewed.
 */
export function reactivateUserProduct(order: WriteOrder): Ruling<WriteRefusalReason> {
  const { product, at } = order;
  const { state } = product;
  const edits = { state: 'activated', cancelledAt: null, cancellation: null } as const;
  const refused = refusedFor<WriteRefusalReason>(
    state === 'cancelled'
      ? boundaryRefusals({ ...product, ...edits }, at)
      : [{ reason: 'user_product_not_cancelled', facts: { state } }],
  );
  if (refused !== null) return refused;
  return {
    rule: 'commit',
    id: product.id,
    transition: editRow(order, { type: 'user_product_uncancelled', edits }),
  };
}

import type { Tier } from '../catalogue/product-group.js';
import { editRow } from './edit-row.js';
import type { Refusal } from './refusal.js';
import { refusedFor, type Ruling } from './ruling.js';
import type { UserProduct } from './user-product.js';
import type { WriteOrder } from './write-order.js';

/** Why a user product may not be put on a tier (docs/spec/product-groups-api.md §3). */
export type AssignRefusalReason =
  | 'tier_unknown'
  | 'tier_of_other_package'
  | 'user_product_ended'
  | 'change_pending'
  | 'user_product_not_recurring';

/**
 * Puts a user product on a tier of its own package, or, with null, on none (docs/spec/product-groups-api.md §3); the same
 * one again writes nothing. Undefined: a tier that nobody knows. Nothing of price or period changes by it.
 */
export function assignTier(
  order: WriteOrder,
  tier: Tier | null | undefined,
): Ruling<AssignRefusalReason> {
  const { product } = order;
  if (tier === undefined) return refuse([{ reason: 'tier_unknown', facts: {} }]);
  if (tier !== null && tier.packageId !== product.packageId) {
    return refuse([{ reason: 'tier_of_other_package', facts: { tier_id: tier.id } }]);
  }
  const refused = refusedFor(refusalsOf(product));
  if (refused !== null) return refused;
  const tierId = tier?.id ?? null;
  if (product.tierId === tierId) return { rule: 'unchanged', id: product.id };
  const transition = editRow(order, { type: 'user_product_updated', edits: { tierId } });
  return { rule: 'commit', id: product.id, transition };
}

function refuse(refusals: readonly [Refusal<AssignRefusalReason>]): Ruling<AssignRefusalReason> {
  return { rule: 'refuse', refusals };
}

function refusalsOf({
  endedBy,
  pendingChange,
  subscriptionType,
}: UserProduct): readonly Refusal<AssignRefusalReason>[] {
  const checks: readonly (Refusal<AssignRefusalReason> & { readonly passed: boolean })[] = [
    {
      reason: 'user_product_ended',
      passed: endedBy === null,
      facts: { successor: endedBy?.successorId ?? null },
    },
    {
      reason: 'change_pending',
      passed: pendingChange === null,
      facts: { pending_change: pendingChange?.changeId ?? null },
    },
    {
      reason: 'user_product_not_recurring',
      passed: subscriptionType === 'recurring',
      facts: { subscription_type: subscriptionType },
    },
  ];
  return checks.filter((it) => !it.passed).map(({ reason, facts }) => ({ reason, facts }));
}

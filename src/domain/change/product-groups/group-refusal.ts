import type { Refusal } from '../../user-product/refusal.js';

/** What is wrong with what a request names, before any rule is asked (docs/spec/product-groups-api.md §3). */
export type TierNameFault = 'period_not_in_tier' | 'period_required' | 'quantity_out_of_range';

/** Why the rules of a product group refuse a change, in the order of their table (docs/spec/product-groups-api.md §3). */
export type GroupRuleReason =
  | 'user_product_ended'
  | 'user_product_not_active'
  | 'user_product_not_tulo_provisioned'
  | 'user_product_not_recurring'
  | 'no_product_group'
  | 'other_product_group'
  | 'product_group_disabled'
  | 'change_pending'
  | 'not_upgradeable'
  | 'not_downgradeable'
  | 'target_not_on_sale'
  | 'payment_period_disabled'
  | 'billing_interval_mismatch'
  | 'currency_mismatch'
  | 'nothing_to_change'
  | 'amount_too_large';

export type GroupRefusalReason = TierNameFault | GroupRuleReason;

export type GroupRefusal = Refusal<GroupRefusalReason>;

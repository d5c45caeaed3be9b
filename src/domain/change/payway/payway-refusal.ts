import type { Refusal } from '../../user-product/refusal.js';

/** Why Payway's rules refuse a change: a closed list, so that each must be answered (docs/spec/payway-api.md §3). */
export type PaywayRefusalReason =
  | 'user_product_not_active'
  | 'user_product_not_tulo_provisioned'
  | 'subscription_type_not_supported'
  | 'source_not_changeable'
  | 'target_not_changeable'
  | 'same_package'
  | 'integration_code_not_supported'
  | 'subscription_type_mismatch'
  | 'payment_period_mismatch'
  | 'payment_period_disabled'
  | 'target_not_on_sale'
  | 'free_period_not_allowed'
  | 'downgrade_requires_recurring'
  | 'currency_mismatch'
  | 'carried_time_too_long'
  | 'nothing_to_carry_over'
  | 'payment_period_in_arrears'
  | 'amount_too_large';

/** One requirement that failed, with the facts that it failed on. */
export type PaywayRefusal = Refusal<PaywayRefusalReason>;

import type {
  SubscriptionRefusal,
  SubscriptionRefusalReason,
} from '../kit/subscription/bound-offer.js';
import type { MessageKey } from '../kit/words.js';

/**
 * How a customer is told why something cannot be had (docs/spec/pages.md §8). Null: it is not told, because what is
 * refused for it is not listed. A reason that is not here does not compile.
 */
const refusalWords = {
  user_product_ended: 'refused.ended',
  user_product_not_active: 'refused.notActive',
  user_product_not_tulo_provisioned: 'refused.elsewhere',
  user_product_not_recurring: 'refused.notRecurring',
  subscription_type_not_supported: null,
  source_not_changeable: 'refused.elsewhere',
  target_not_changeable: null,
  same_package: 'refused.same',
  integration_code_not_supported: null,
  subscription_type_mismatch: 'refused.otherPrice',
  payment_period_mismatch: 'refused.otherPrice',
  payment_period_disabled: null,
  target_not_on_sale: null,
  free_period_not_allowed: null,
  downgrade_requires_recurring: 'refused.otherPrice',
  currency_mismatch: 'refused.otherPrice',
  carried_time_too_long: 'refused.carriedTooLong',
  nothing_to_carry_over: 'refused.nothingToCarry',
  payment_period_in_arrears: 'refused.otherPrice',
  amount_too_large: 'refused.tooLarge',
  no_product_group: 'refused.noGroup',
  other_product_group: 'refused.noGroup',
  product_group_disabled: 'refused.groupDisabled',
  change_pending: 'refused.changePending',
  not_upgradeable: 'refused.notUpgradeable',
  not_downgradeable: 'refused.notDowngradeable',
  billing_interval_mismatch: 'refused.otherInterval',
  nothing_to_change: 'refused.same',
  period_not_in_tier: null,
  period_required: null,
  quantity_out_of_range: 'refused.quantity',
  package_not_cancellable: 'refused.notCancellable',
  user_product_not_cancelled: 'refused.notCancelled',
  no_pending_change: 'refused.nothingWaits',
  no_payment_period: 'refused.elsewhere',
  too_many_user_products: 'refused.elsewhere',
  valid_to_not_in_future: 'refused.elsewhere',
  valid_to_required: 'refused.elsewhere',
  valid_to_not_after_valid_from: 'refused.elsewhere',
} as const satisfies Record<SubscriptionRefusalReason, MessageKey | null>;

/** Each sentence once; empty where none of the reasons is told. */
export function refusalSentences(refusals: readonly SubscriptionRefusal[]): readonly MessageKey[] {
  const keys = refusals.flatMap(({ reason }): MessageKey[] => {
    const key: MessageKey | null = refusalWords[reason];
    return key === null ? [] : [key];
  });
  return [...new Set(keys)];
}

import type { JSX } from 'preact';
import type { UndoRefusalReason } from '../../../domain/change/undo-change.js';
import type { AssignRefusalReason } from '../../../domain/user-product/assign-tier.js';
import type { Facts, Refusal } from '../../../domain/user-product/refusal.js';
import type { SubscriptionRefusalReason } from '../../kit/subscription/bound-offer.js';
import type { MessageKey, Say } from '../../kit/words.js';

/** Everything for which an operator may be refused something on a subscription. */
export type OperatorRefusalReason =
  SubscriptionRefusalReason | AssignRefusalReason | UndoRefusalReason | 'never_took_effect';
export type OperatorRefusal = Refusal<OperatorRefusalReason>;

/** The rule that stands against it. A reason that is not here does not compile. */
const rules = {
  user_product_ended: 'console.subscription.refusal.user_product_ended',
  user_product_not_active: 'console.subscription.refusal.user_product_not_active',
  user_product_not_tulo_provisioned:
    'console.subscription.refusal.user_product_not_tulo_provisioned',
  user_product_not_recurring: 'console.subscription.refusal.user_product_not_recurring',
  subscription_type_not_supported: 'console.subscription.refusal.subscription_type_not_supported',
  source_not_changeable: 'console.subscription.refusal.source_not_changeable',
  target_not_changeable: 'console.subscription.refusal.target_not_changeable',
  same_package: 'console.subscription.refusal.same_package',
  integration_code_not_supported: 'console.subscription.refusal.integration_code_not_supported',
  subscription_type_mismatch: 'console.subscription.refusal.subscription_type_mismatch',
  payment_period_mismatch: 'console.subscription.refusal.payment_period_mismatch',
  payment_period_disabled: 'console.subscription.refusal.payment_period_disabled',
  target_not_on_sale: 'console.subscription.refusal.target_not_on_sale',
  free_period_not_allowed: 'console.subscription.refusal.free_period_not_allowed',
  downgrade_requires_recurring: 'console.subscription.refusal.downgrade_requires_recurring',
  currency_mismatch: 'console.subscription.refusal.currency_mismatch',
  carried_time_too_long: 'console.subscription.refusal.carried_time_too_long',
  nothing_to_carry_over: 'console.subscription.refusal.nothing_to_carry_over',
  payment_period_in_arrears: 'console.subscription.refusal.payment_period_in_arrears',
  amount_too_large: 'console.subscription.refusal.amount_too_large',
  no_product_group: 'console.subscription.refusal.no_product_group',
  other_product_group: 'console.subscription.refusal.other_product_group',
  product_group_disabled: 'console.subscription.refusal.product_group_disabled',
  change_pending: 'console.subscription.refusal.change_pending',
  not_upgradeable: 'console.subscription.refusal.not_upgradeable',
  not_downgradeable: 'console.subscription.refusal.not_downgradeable',
  billing_interval_mismatch: 'console.subscription.refusal.billing_interval_mismatch',
  nothing_to_change: 'console.subscription.refusal.nothing_to_change',
  period_not_in_tier: 'console.subscription.refusal.period_not_in_tier',
  period_required: 'console.subscription.refusal.period_required',
  quantity_out_of_range: 'console.subscription.refusal.quantity_out_of_range',
  package_not_cancellable: 'console.subscription.refusal.package_not_cancellable',
  user_product_not_cancelled: 'console.subscription.refusal.user_product_not_cancelled',
  no_pending_change: 'console.subscription.refusal.no_pending_change',
  no_payment_period: 'console.subscription.refusal.no_payment_period',
  too_many_user_products: 'console.subscription.refusal.too_many_user_products',
  valid_to_not_in_future: 'console.subscription.refusal.valid_to_not_in_future',
  valid_to_required: 'console.subscription.refusal.valid_to_required',
  valid_to_not_after_valid_from: 'console.subscription.refusal.valid_to_not_after_valid_from',
  tier_unknown: 'console.subscription.refusal.tier_unknown',
  tier_of_other_package: 'console.subscription.refusal.tier_of_other_package',
  not_the_last: 'console.subscription.refusal.not_the_last',
  too_late: 'console.subscription.refusal.too_late',
  money_moved: 'console.subscription.refusal.money_moved',
  edited_since: 'console.subscription.refusal.edited_since',
  never_took_effect: 'console.subscription.refusal.never_took_effect',
} as const satisfies Record<OperatorRefusalReason, MessageKey>;

/** The rule of a refusal in words. */
export function ruleOfRefusal(say: Say, reason: OperatorRefusalReason): string {
  return say(rules[reason]);
}

/** Each rule that stands against it, with the facts that it failed on, by the names that the API gives them. */
export function Refusals({
  refusals,
  say,
}: {
  readonly refusals: readonly OperatorRefusal[];
  readonly say: Say;
}): JSX.Element {
  return (
    <ul class="rules">
      {refusals.map(({ reason, facts }) => (
        <li key={reason}>
          {ruleOfRefusal(say, reason)} <FactsLine facts={facts} />
        </li>
      ))}
    </ul>
  );
}

/** Facts in one line, as they are named and spelled in the API. */
export function FactsLine({ facts }: { readonly facts: Facts }): JSX.Element | null {
  const all = Object.entries(facts);
  if (all.length === 0) return null;
  return <code>{all.map(([name, value]) => `${name}: ${String(value)}`).join(', ')}</code>;
}

import type { GroupRuleReason } from '../../../domain/change/product-groups/group-refusal.js';
import type { WriteRefusalReason } from '../../../domain/user-product/refusal.js';
import { type itemRefusals, ruleRow, type RuleRow } from './item-refusals.js';

/** Why another write is refused (docs/spec/product-groups-api.md §2, §4). */
export const otherRefusals = {
  tier_in_use: ruleRow({
    detail: 'A membership is in use',
    meaning:
      'no living item is on the membership, and no pending change aims at it; `facts` name the `tiers`',
    remedy: 'move its items first, or keep the membership and its product',
  }),
  no_pending_change: ruleRow({
    detail: 'No change is pending',
    meaning: 'a change waits for the end of the period',
    remedy: 'nothing to do',
  }),
  item_not_canceled: ruleRow({
    detail: 'The subscription is not canceled',
    meaning: 'only a canceled subscription whose period has not ended is reactivated',
    remedy: 'nothing to do, or sell it anew',
  }),
  product_not_cancelable: ruleRow({
    detail: 'The product cannot be canceled by its customer',
    meaning: 'the product lets the customer cancel',
    remedy: 'it runs until it is changed or ended by the publisher',
  }),
  item_without_end: ruleRow({
    detail: 'The subscription item has no period that ends in the future',
    meaning: 'the current period has an end, in the future',
    remedy: 'set `valid_to` by the Payway API',
  }),
  too_many_subscriptions: ruleRow({
    detail: 'The customer has as many subscription items as may be',
    meaning: 'a customer has a bounded number of subscription items',
    remedy: 'use another customer',
  }),
  too_many_product_groups: ruleRow({
    detail: 'There are as many product groups as may be',
    meaning: 'an organisation has a bounded number of product groups; `facts` name the `most`',
    remedy: 'delete a group, or add memberships to one that is there',
  }),
  too_many_products: ruleRow({
    detail: 'There are as many products as may be',
    meaning: 'an organisation has a bounded number of products; `facts` name the `most`',
    remedy: 'use a product that is there; archived ones count too',
  }),
  too_many_price_plans: ruleRow({
    detail: 'The product has as many price plans as may be',
    meaning: 'a product has a bounded number of price plans; `facts` name the `most`',
    remedy: 'edit a price plan that is there, or make another product; archived ones count too',
  }),
  too_many_carts: ruleRow({
    detail: 'The customer has as many open carts as may be',
    meaning: 'a customer has a bounded number of open carts; `facts` name the `most`',
    remedy: 'complete one of them, or wait until one ends, 30 days after it was made',
  }),
} as const satisfies Readonly<Record<string, RuleRow>>;

/** What the domain refuses a change or another write of a user product for, in the words of this dialect. */
export const codeOfReason = {
  no_product_group: 'no_product_group',
  other_product_group: 'other_product_group',
  product_group_disabled: 'product_group_disabled',
  change_pending: 'change_pending',
  not_upgradeable: 'not_upgradeable',
  not_downgradeable: 'not_downgradeable',
  target_not_on_sale: 'product_not_on_sale',
  payment_period_disabled: 'price_plan_archived',
  billing_interval_mismatch: 'billing_interval_mismatch',
  currency_mismatch: 'currency_mismatch',
  nothing_to_change: 'nothing_to_change',
  amount_too_large: 'amount_too_large',
  user_product_ended: 'item_ended',
  user_product_not_active: 'item_not_active',
  user_product_not_tulo_provisioned: 'item_externally_provisioned',
  user_product_not_recurring: 'item_not_recurring',
  package_not_cancellable: 'product_not_cancelable',
  user_product_not_cancelled: 'item_not_canceled',
  no_pending_change: 'no_pending_change',
  no_payment_period: 'price_plan_archived',
  too_many_user_products: 'too_many_subscriptions',
  valid_to_not_in_future: 'item_without_end',
  valid_to_required: 'item_without_end',
  valid_to_not_after_valid_from: 'item_without_end',
} as const satisfies Readonly<
  Record<
    WriteRefusalReason | GroupRuleReason,
    keyof typeof itemRefusals | keyof typeof otherRefusals
  >
>;

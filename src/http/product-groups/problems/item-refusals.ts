import type { ErrorMeaning } from '../../core/error-meaning.js';

/** How a refusal by the rules is told: its sentence, the rule that has to hold, and what to do where it does not. */
export type RuleRow = ErrorMeaning & { readonly detail: string };

/** Refusals by the rules are 409 (docs/spec/product-groups-api.md §1). */
export function ruleRow<const Row extends Omit<RuleRow, 'status'>>(row: Row) {
  return { status: 409, ...row } as const;
}

/** Why a change of an item is refused (docs/spec/product-groups-api.md §3), in that table's order. */
export const itemRefusals = {
  item_ended: ruleRow({
    detail: 'The subscription item was ended by a change',
    meaning: 'an item that a change has ended takes no more; `facts` name its `successor`',
    remedy: 'use the successor',
  }),
  item_not_active: ruleRow({
    detail: 'The subscription item is not active',
    meaning: 'the item is `active`',
    remedy: 'reactivate its subscription first where it is canceled',
  }),
  item_externally_provisioned: ruleRow({
    detail: 'The subscription item is provisioned by another system',
    meaning: 'the item is provisioned by this system',
    remedy: 'change it where it is provisioned',
  }),
  item_not_recurring: ruleRow({
    detail: 'The subscription item does not recur',
    meaning: 'the item recurs',
    remedy: 'let it end, then sell the other product',
  }),
  no_product_group: ruleRow({
    detail: 'The subscription item is in no product group',
    meaning: 'the item is on a membership of a product group',
    remedy: 'assign it to one',
  }),
  other_product_group: ruleRow({
    detail: 'The membership is of another product group',
    meaning: 'the target membership is of the same product group',
    remedy: 'choose one of those that the change options list',
  }),
  product_group_disabled: ruleRow({
    detail: 'The product group is disabled',
    meaning: 'the product group is enabled',
    remedy: 'enable it',
  }),
  change_pending: ruleRow({
    detail: 'A change is already pending',
    meaning: 'no change waits for the end of the period',
    remedy: 'wait for it, or take it back',
  }),
  not_upgradeable: ruleRow({
    detail: 'The current membership is not upgradeable',
    meaning: 'for a higher position the current membership is `upgradeable`',
    remedy: 'choose another membership',
  }),
  not_downgradeable: ruleRow({
    detail: 'The current membership is not downgradeable',
    meaning: 'for a lower position the current membership is `downgradeable`',
    remedy: 'choose another membership',
  }),
  product_not_on_sale: ruleRow({
    detail: 'The product is not on sale',
    meaning: 'another product is neither archived nor outside its sales period',
    remedy: 'choose another membership',
  }),
  price_plan_archived: ruleRow({
    detail: 'The price plan is archived',
    meaning: 'the price plan is active, unless it is the current one',
    remedy: 'choose another price plan',
  }),
  billing_interval_mismatch: ruleRow({
    detail: 'The price plan has another billing interval',
    meaning:
      'where the product group forces the same billing interval, the price plan has that of the item',
    remedy: 'choose another price plan',
  }),
  currency_mismatch: ruleRow({
    detail: 'The price plan is in another currency',
    meaning: 'the price plan is in the currency of the item',
    remedy: 'choose another price plan',
  }),
  nothing_to_change: ruleRow({
    detail: 'The subscription item is on that price plan with that quantity',
    meaning: 'the price plan or the quantity is another',
    remedy: 'nothing to do',
  }),
  amount_too_large: ruleRow({
    detail: 'The amount is too large',
    meaning: 'unit price × quantity is at most 9,007,199,254,740,991 minor units',
    remedy: 'choose a smaller quantity',
  }),
} as const satisfies Readonly<Record<string, RuleRow>>;

import type { GroupRuleReason } from '../../domain/change/product-groups/group-refusal.js';
import type { MessageKey } from './words.js';

/** How whoever looks at a product group is told why somebody on a tier is not switched to another. */
export const groupRefusalKeys = {
  user_product_ended: 'refused.ended',
  user_product_not_active: 'refused.notActive',
  user_product_not_tulo_provisioned: 'refused.elsewhere',
  user_product_not_recurring: 'refused.notRecurring',
  no_product_group: 'refused.noGroup',
  other_product_group: 'refused.noGroup',
  product_group_disabled: 'refused.groupDisabled',
  change_pending: 'refused.changePending',
  not_upgradeable: 'refused.notUpgradeable',
  not_downgradeable: 'refused.notDowngradeable',
  target_not_on_sale: 'refused.other',
  payment_period_disabled: 'refused.other',
  billing_interval_mismatch: 'refused.otherInterval',
  currency_mismatch: 'refused.otherPrice',
  nothing_to_change: 'refused.same',
  amount_too_large: 'refused.tooLarge',
} as const satisfies Record<GroupRuleReason, MessageKey>;

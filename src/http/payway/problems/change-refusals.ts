import type { PaywayRefusalReason } from '../../../domain/change/payway/payway-refusal.js';
import { type RefusalRow, rule } from './refusal-row.js';

/**
 * Why a change is refused (docs/spec/payway-api.md §3), in that table's order. A new reason of the domain does not
 * compile until it is answered here.
 */
export const changeRefusalCodes = {
  user_product_not_active: rule({
    message: 'The product is not active',
    meaning: 'the user product is `activated`',
    remedy: 'use the account’s active one: `GET userproducts` lists it',
  }),
  user_product_not_tulo_provisioned: rule({
    message: 'The product is not provisioned by tulo',
    meaning: 'it is provisioned by `tulo`',
    remedy: 'change it where it is provisioned',
  }),
  subscription_type_not_supported: rule({
    message: 'The subscription is neither recurring nor limited',
    meaning: 'it is recurring or limited, and has an end',
    remedy: 'it cannot be changed',
  }),
  source_not_changeable: rule({
    message: 'The current product is neither a package nor a campaign',
    meaning: 'what it is on is a package or a campaign that still exists',
    remedy: 'it cannot be changed',
  }),
  target_not_changeable: rule({
    message: 'The target product is neither a package nor a campaign',
    meaning: 'the target is a package or a campaign',
    remedy: 'choose another package',
  }),
  same_package: rule({
    message: 'The target is what the account already has',
    meaning:
      'the target is another package; for an explicit change another package or another period',
    remedy: 'nothing to do',
  }),
  integration_code_not_supported: rule({
    message: 'An integration of the product does not support upgrade or downgrade',
    meaning:
      'neither package has an integration code, or that integration is listed in `EXPORTING_INTEGRATIONS`',
    remedy: 'list the integration there, or use an explicit change',
  }),
  subscription_type_mismatch: rule({
    message: 'The target period is not of the same subscription type',
    meaning: 'a recurring source needs a recurring period, a limited one a limited period',
    remedy: 'choose a period of its type',
  }),
  payment_period_mismatch: rule({
    message: 'The target period does not have the same payment method',
    meaning: 'the target period has the source period’s payment method',
    remedy: 'choose a period with that method',
  }),
  payment_period_disabled: rule({
    message: 'The target period is disabled',
    meaning: 'the target period is enabled',
    remedy: 'choose another period, or enable this one',
  }),
  target_not_on_sale: rule({
    message: 'The target product is not on sale',
    meaning: 'now lies in the target’s sales period, and it is not archived',
    remedy: 'choose another package',
  }),
  free_period_not_allowed: rule({
    message: 'An upgrade to a free period is not allowed',
    meaning: 'an upgrade’s target has a price above 0',
    remedy: 'choose another period',
  }),
  downgrade_requires_recurring: rule({
    message: 'Only a recurring subscription can be downgraded',
    meaning: 'a downgrade’s source is recurring',
    remedy: 'let it end, then sell the other package',
  }),
  currency_mismatch: rule({
    message: 'The target period has another currency',
    meaning: 'all prices are in one currency; where they are not, only this is answered',
    remedy: 'choose another period',
  }),
  carried_time_too_long: rule({
    message: 'The upgrade would carry over more than 100 years',
    meaning: 'an upgrade carries no more than 100 years',
    remedy: 'choose a period with a higher price',
  }),
  nothing_to_carry_over: rule({
    message: 'The limited subscription has no value left to carry over',
    meaning: 'an upgrade of a limited subscription has value left',
    remedy: 'sell the target as a new user product',
  }),
  payment_period_in_arrears: rule({
    message: 'Nothing was paid in advance that could become time',
    meaning: 'neither side of an upgrade is paid in arrears',
    remedy: 'change it within its product group, or choose a period that is paid in advance',
  }),
  amount_too_large: rule({
    message: 'So many units come to more than an amount can be',
    meaning: 'price × quantity is at most 9,007,199,254,740,991 minor units',
    remedy: 'choose a period with a lower price',
  }),
} as const satisfies Readonly<Record<PaywayRefusalReason, RefusalRow>>;

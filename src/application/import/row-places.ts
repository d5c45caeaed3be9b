import type { Invariant } from '../../domain/user-product/broken-invariants.js';

/** Where in a row of a file something is wrong, and what. */
export type RowPlace = { readonly member: string; readonly problem: string };

const target = 'pending_change.package_code';
const targetPeriod = 'pending_change.period_id';

const anotherType = { member: targetPeriod, problem: 'is of another type than the subscription' };
const anotherCurrency = {
  member: targetPeriod,
  problem: 'is in another currency than the subscription',
};
const anotherMethod = {
  member: targetPeriod,
  problem: 'is paid by another method than the subscription',
};
const itself = { member: target, problem: 'is what the subscription is on already' };
const notOurs = { member: 'provision_service', problem: 'must be tulo where a change waits' };
const nowhere = {
  member: 'pending_change',
  problem: 'can only wait on an activated user product that has a valid_to',
};

/** Where an invariant is broken (docs/spec/operations.md §4). */
export const invariantPlaces: Readonly<Record<Invariant, RowPlace>> = {
  end_missing: {
    member: 'valid_to',
    problem: 'is needed where a subscription recurs or is limited',
  },
  end_not_after_start: { member: 'valid_to', problem: 'must be later than valid_from' },
  sold_period_of_another_type: {
    member: 'subscription_type',
    problem: 'must be that of its period',
  },
  waits_where_nothing_can: nowhere,
  waits_for_what_we_do_not_end: notOurs,
  waits_for_another_instant: nowhere,
  waits_for_another_type: anotherType,
  waits_for_another_currency: anotherCurrency,
  waits_for_another_payment_method: anotherMethod,
  waits_for_what_it_is: itself,
  waits_for_no_tier_of_its_group: {
    member: 'pending_change.tier_id',
    problem: 'is no tier of the group that the subscription is in',
  },
  waits_on_what_cannot_be_changed: {
    member: 'package_code',
    problem: 'is of a kind that cannot be changed',
  },
  waits_for_what_cannot_be_changed_to: {
    member: target,
    problem: 'is of a kind that cannot be changed to',
  },
};

/** Product groups know recurring subscriptions alone (docs/spec/product-groups-api.md §3). */
export const groupNeedsRecurring: RowPlace = {
  member: 'subscription_type',
  problem: 'must be recurring where a change to a tier waits',
};

/** By the reasons of docs/spec/payway-api.md §3, as far as they are no invariant. */
const refusalPlaces: Readonly<Record<string, RowPlace>> = {
  user_product_not_active: nowhere,
  user_product_not_tulo_provisioned: notOurs,
  source_not_changeable: invariantPlaces.waits_on_what_cannot_be_changed,
  target_not_changeable: invariantPlaces.waits_for_what_cannot_be_changed_to,
  same_package: itself,
  subscription_type_not_supported: {
    member: 'subscription_type',
    problem: 'must be recurring or limited where a change waits',
  },
  subscription_type_mismatch: anotherType,
  payment_period_mismatch: anotherMethod,
  payment_period_disabled: { member: targetPeriod, problem: 'is disabled' },
  target_not_on_sale: {
    member: target,
    problem: 'was not on sale when it was asked for, or is archived',
  },
  currency_mismatch: anotherCurrency,
  amount_too_large: {
    member: 'pending_change.quantity',
    problem: 'is so many that their price is no amount',
  },
};

/** Where a refusal of the rules is told; of one that has no place of its own, at the change that waits. */
export function placeOfRefusal(reason: string): RowPlace {
  return refusalPlaces[reason] ?? { member: 'pending_change', problem: `is refused: ${reason}` };
}

import { priceOf } from '../money/price-of.js';
import type { SoldPeriod } from '../catalogue/sold-period.js';
import type { TimeZone } from '../time/instant.js';
import type { ChangeAmounts, ChangeSettlement, ChangeTerms, PendingChange } from './change.js';
import { periodFromBoundary } from './period-from-boundary.js';
import type { UserProduct } from './user-product.js';

/**
 * What a change that waits is settled at, by the terms that it was frozen at and the end of the period as it is now
 * (docs/spec/payway-api.md §3); null where the user product has no end. Example: valid to 1 May, a downgrade to 50.00 a
 * month waits: effective on 1 May, valid to 1 June, 50.00 at the next renewal, whatever the catalogue says by now.
 */
export function waitingTerms(
  product: Pick<UserProduct, 'validTo' | 'anchor' | 'soldPeriod'>,
  { kind, rule, target, behaviour }: Pick<PendingChange, 'kind' | 'rule' | 'target' | 'behaviour'>,
  zone: TimeZone,
): ChangeTerms | null {
  if (product.validTo === null) return null;
  const { startAt, validTo } = periodFromBoundary(product, target.period.interval, zone);
  const atEnd = amountsAtPeriodEnd(target);
  const amounts = behaviour === 'group' ? { ...atEnd, settlement: nothingSettled(atEnd) } : atEnd;
  return { kind, rule, effectiveAt: startAt, validTo, renewedAtOnce: false, amounts };
}

/**
 * What a change at the end of a period is worth: the old period is used up by then, so nothing is left or carried.
 * The next renewal is of the whole quantity. Example: to 50.00 SEK a month: 0.00 left, 0.00 carried, 50.00 at the next
 * renewal.
 */
export function amountsAtPeriodEnd({
  period: { price, type },
  quantity,
}: {
  readonly period: Pick<SoldPeriod, 'price' | 'type'>;
  readonly quantity: number;
}): ChangeAmounts {
  const nothing = { amountMinor: 0, currency: price.currency };
  return {
    valueLeft: nothing,
    valueCarried: nothing,
    nextRenewal: type === 'recurring' ? priceOf(price, quantity) : null,
    settlement: null,
  };
}

/** What a change is settled at under a product group's rules where it waits: nothing is given back or owed for it. */
export function nothingSettled({ valueLeft }: Pick<ChangeAmounts, 'valueLeft'>): ChangeSettlement {
  const nothing = { ...valueLeft, amountMinor: 0 };
  return { credit: nothing, used: nothing, charge: nothing };
}

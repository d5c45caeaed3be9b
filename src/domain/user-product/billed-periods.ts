import type { Instant, TimeZone } from '../time/instant.js';
import { currentPeriodOf } from './current-period-of.js';
import type { UserProduct } from './user-product.js';

/** A stretch of service, half-open. */
export type ServicePeriod = { readonly from: Instant; readonly to: Instant };

type Timed = Pick<UserProduct, 'anchor' | 'soldPeriod' | 'validFrom' | 'validTo'>;

/**
 * The period that ends at `validTo` (`currentPeriodOf`); the whole stretch of what does not recur; null where there is no
 * end. Example: monthly from 31 Jan, valid to 31 Mar: 28 Feb – 31 Mar.
 */
export function servicePeriodOf(product: Timed, zone: TimeZone): ServicePeriod | null {
  const { validFrom, validTo, soldPeriod } = product;
  if (validTo === null) return null;
  if (soldPeriod.type !== 'recurring') return { from: validFrom, to: validTo };
  return currentPeriodOf(product, zone);
}

/** When a user product was invoiced last, and for which service. */
export type LastBilled = ServicePeriod & { readonly at: Instant };

type Billed = Timed & Pick<UserProduct, 'hasDocuments' | 'paid' | 'state' | 'endedBy'>;

/**
 * The newest period that was invoiced (docs/spec/product-groups-api.md §4): in advance the one that was paid for, at its
 * start; in arrears the one before the current one, at its end, or the last one where the user product is over. Null
 * where nothing was invoiced: without documents, in the first period in arrears, for a price of 0, and for time that was
 * carried over. Example: in arrears, monthly from 1 April, on 16 May: 1 Apr – 1 May, on 1 May.
 */
export function lastBilledOf(product: Billed, zone: TimeZone): LastBilled | null {
  if (!product.hasDocuments) return null;
  if (!product.soldPeriod.billing.payInAdvance) return lastInArrears(product, zone);
  const { document, from, to } = product.paid;
  return document === null ? null : { from, to, at: from };
}

function lastInArrears(product: Billed, zone: TimeZone): LastBilled | null {
  const current = servicePeriodOf(product, zone);
  if (current === null || product.soldPeriod.price.amountMinor === 0) return null;
  const isOver = product.endedBy !== null || product.state === 'deactivated';
  if (isOver) return { ...current, at: current.to };
  if (current.from <= product.validFrom) return null;
  const before = currentPeriodOf({ ...product, validTo: current.from }, zone);
  return { ...before, at: before.to };
}

/**
 * When the next invoice is due (docs/spec/product-groups-api.md §4): at the end of the current period while the user
 * product is active; in arrears also where it is canceled, for its last period. Null: never.
 */
export function nextBillingAt({
  state,
  validTo,
  soldPeriod,
  subscriptionType,
}: Pick<UserProduct, 'state' | 'validTo' | 'soldPeriod' | 'subscriptionType'>): Instant | null {
  const isInArrears = !soldPeriod.billing.payInAdvance;
  const goesOn = state === 'activated' && subscriptionType === 'recurring';
  return goesOn || (isInArrears && state === 'cancelled') ? validTo : null;
}

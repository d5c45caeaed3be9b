import { largestQuantity } from '../catalogue/billing-terms.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import { isChangeableKind } from '../catalogue/is-changeable-kind.js';
import { isOnSale } from '../catalogue/is-on-sale.js';
import type { Package, PaymentPeriod } from '../catalogue/package.js';
import type { PackageId, PaymentPeriodId } from '../ids.js';
import { isPayable } from '../money/price-of.js';
import type { Instant } from '../time/instant.js';
import { applyRelativeDate } from '../time/relative-date.js';

/** What somebody wants to subscribe to; null: nothing is said of it. */
export type SubscriptionOrder = {
  readonly packageId: PackageId | null;
  readonly periodId: PaymentPeriodId;
  readonly quantity: number | null;
  readonly startAt: Instant | null;
};

export type OrderFault = {
  readonly field: keyof SubscriptionOrder;
  readonly code: 'not_found' | 'invalid' | 'range';
  /** Of a quantity that is out of range: how many may be ordered. */
  readonly bounds?: { readonly minimum: number; readonly maximum: number };
};

/** What is sold by an order, all of it known. */
export type SettledOrder = {
  readonly pack: Package;
  readonly period: PaymentPeriod;
  readonly quantity: number;
  readonly startAt: Instant;
};

export type OrderResult =
  | { readonly ok: true; readonly settled: SettledOrder }
  | { readonly ok: false; readonly faults: readonly OrderFault[] };

type Frame = { readonly catalogue: Catalogue; readonly now: Instant };

/**
 * What an order comes to, or everything that is wrong with it (docs/spec/product-groups-api.md §4): a recurring payment
 * period that is enabled, of the package that is named and that is on sale; of a flat fee one, else as many as the period
 * takes, its fewest where none is said; from now on, or since an instant that is not to come and at most a year ago by
 * the organisation's calendar.
 * Example: 3 of a period that takes 5 to 50: `quantity`, `range`; nothing said of them: 5.
 */
export function settleOrder(order: SubscriptionOrder, frame: Frame): OrderResult {
  const { catalogue, now } = frame;
  const sold = soldIn(catalogue, order.periodId);
  const quantity = sold === null ? 1 : quantityOf(order, sold.period);
  const faults = [
    ...packageFaults(order, catalogue),
    ...periodFaults(order, sold, frame),
    ...(sold === null ? [] : quantityFaults(sold.period, quantity)),
    ...startFaults(order, frame),
  ];
  if (sold === null || faults.length > 0) return { ok: false, faults };
  return { ok: true, settled: { ...sold, quantity, startAt: order.startAt ?? now } };
}

type Sold = Pick<SettledOrder, 'pack' | 'period'>;

/** Recurring ones of packages and campaigns: nothing else is bought here. */
function soldIn({ packagesById }: Catalogue, id: PaymentPeriodId): Sold | null {
  for (const pack of packagesById.values()) {
    const period = pack.periods.find((it) => it.id === id);
    if (period !== undefined) return isShown(pack, period) ? { pack, period } : null;
  }
  return null;
}

function isShown({ kind }: Package, { type }: PaymentPeriod): boolean {
  return isChangeableKind(kind) && type === 'recurring';
}

function quantityOf({ quantity }: SubscriptionOrder, { billing }: PaymentPeriod): number {
  return billing.chargeModel === 'flat_fee' ? 1 : (quantity ?? billing.minQuantity);
}

/** A package that is named and that nobody can buy is told as that alone, and not as another than its period's. */
function packageFaults(
  { packageId }: SubscriptionOrder,
  { packagesById }: Catalogue,
): readonly OrderFault[] {
  if (packageId === null) return [];
  const named = packagesById.get(packageId);
  const isKnown = named !== undefined && isChangeableKind(named.kind);
  return isKnown ? [] : [{ field: 'packageId', code: 'not_found' }];
}

function periodFaults(
  order: SubscriptionOrder,
  sold: Sold | null,
  { catalogue, now }: Frame,
): readonly OrderFault[] {
  if (sold === null) return [{ field: 'periodId', code: 'not_found' }];
  const { packageId } = order;
  const isItsOwn =
    packageId === null || packageId === sold.pack.id || packageFaults(order, catalogue).length > 0;
  const isForSale = sold.period.enabled && isOnSale(sold.pack, now);
  return isItsOwn && isForSale ? [] : [{ field: 'periodId', code: 'invalid' }];
}

function quantityFaults(
  { billing, price }: PaymentPeriod,
  quantity: number,
): readonly OrderFault[] {
  if (!isPayable(price, quantity)) return [{ field: 'quantity', code: 'range' }];
  const { chargeModel, minQuantity: minimum, maxQuantity } = billing;
  const maximum = maxQuantity ?? largestQuantity;
  const isTaken = chargeModel === 'flat_fee' || (minimum <= quantity && quantity <= maximum);
  return isTaken ? [] : [{ field: 'quantity', code: 'range', bounds: { minimum, maximum } }];
}

function startFaults(
  { startAt }: SubscriptionOrder,
  { catalogue, now }: Frame,
): readonly OrderFault[] {
  if (startAt === null) return [];
  const earliest = applyRelativeDate({ unit: 'year', amount: -1 }, now, catalogue.timeZone);
  return startAt >= earliest && startAt <= now ? [] : [{ field: 'startAt', code: 'range' }];
}

import type { Package, PaymentPeriod } from '../../catalogue/package.js';
import type { ProductGroup, Tier } from '../../catalogue/product-group.js';
import type { Interval } from '../../time/interval.js';
import type { UserProduct } from '../../user-product/user-product.js';

/** Why a payment period of a tier may not be changed to. */
export type PeriodFault =
  'payment_period_disabled' | 'billing_interval_mismatch' | 'currency_mismatch';

/** The payment periods of a tier that its package still has, in the tier's order. */
export function periodsOfTier(tier: Tier, pack: Package): readonly PaymentPeriod[] {
  return tier.periodIds.flatMap((id) => pack.periods.find((it) => it.id === id) ?? []);
}

/**
 * Why a user product may not be changed to that period: it is archived, of another interval where the group forces one,
 * or of another currency; none: it may. Its own period may be archived (docs/spec/product-groups-api.md §3).
 */
export function periodFaults(
  period: PaymentPeriod,
  { product, group }: { readonly product: UserProduct; readonly group: ProductGroup },
): readonly PeriodFault[] {
  const { soldPeriod } = product;
  const isOwn = period.id === soldPeriod.periodId;
  const isOtherLength =
    group.forceSameBillingInterval && !isSameInterval(period.interval, soldPeriod.interval);
  return [
    ...(period.enabled || isOwn ? [] : (['payment_period_disabled'] as const)),
    ...(isOtherLength ? (['billing_interval_mismatch'] as const) : []),
    ...(period.price.currency === soldPeriod.price.currency
      ? []
      : (['currency_mismatch'] as const)),
  ];
}

/**
 * Whether two intervals are the same length: a year is 12 months, a week 7 days (docs/spec/product-groups-api.md §1).
 */
export function isSameInterval(one: Interval, other: Interval): boolean {
  const [a, b] = [inLeastUnit(one), inLeastUnit(other)];
  return a.unit === b.unit && a.length === b.length;
}

function inLeastUnit({ unit, length }: Interval): Interval {
  if (unit === 'year') return { unit: 'month', length: 12 * length };
  return unit === 'week' ? { unit: 'day', length: 7 * length } : { unit, length };
}

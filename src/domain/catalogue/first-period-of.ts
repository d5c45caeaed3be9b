import type { Currency } from '../money/money.js';
import type { Package, PaymentPeriod, PeriodType } from './package.js';

/**
 * The package's first enabled payment period of that type, and of that currency where one is named, in the catalogue's
 * order; null where it has none.
 */
export function firstPeriodOf(
  pack: Package | undefined,
  type: PeriodType,
  currency?: Currency,
): PaymentPeriod | null {
  const isOf = ({ enabled, price, ...period }: PaymentPeriod): boolean =>
    enabled && period.type === type && (currency ?? price.currency) === price.currency;
  return pack?.periods.find(isOf) ?? null;
}

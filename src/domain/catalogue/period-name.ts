import type { Interval, IntervalUnit } from '../time/interval.js';
import type { Package, PaymentPeriod } from './package.js';

const letters: Readonly<Record<IntervalUnit, string>> = {
  day: 'D',
  week: 'W',
  month: 'M',
  year: 'Y',
};

/** An interval in short (docs/spec/product-groups-api.md §1). Example: a quarter is `3M`. */
export function intervalText({ unit, length }: Interval): string {
  return `${String(length)}${letters[unit]}`;
}

/**
 * What a payment period is called (docs/spec/product-groups-api.md §8): as it says, else by its package and its
 * interval. Example: `Starter 1M`.
 */
export function periodName(
  pack: Pick<Package, 'name'>,
  period: Pick<PaymentPeriod, 'name' | 'interval'>,
): string {
  return period.name ?? `${pack.name} ${intervalText(period.interval)}`;
}

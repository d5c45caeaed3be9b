import type { Package, PaymentPeriod, PeriodType } from './package.js';

/** The package's first enabled payment period of that type, in the catalogue's order; null where it has none. */
export function firstPeriodOf(pack: Package | undefined, type: PeriodType): PaymentPeriod | null {
  return pack?.periods.find((it) => it.enabled && it.type === type) ?? null;
}

import type { PackageId, PaymentPeriodId } from '../ids.js';
import type { Currency } from '../money/money.js';
import type { TimeZone } from '../time/instant.js';
import type { Package, PaymentPeriod } from './package.js';

/** An organisation's packages as they stand, with the calendar and the currency they are sold in. */
export type Catalogue = {
  readonly timeZone: TimeZone;
  readonly currency: Currency;
  readonly packagesById: ReadonlyMap<PackageId, Package>;
  readonly packagesByCode: ReadonlyMap<string, Package>;
};

/** The catalogue of these packages. Codes and ids are unique within an organisation; the store sees to that. */
export function makeCatalogue(given: {
  timeZone: TimeZone;
  currency: Currency;
  packages: readonly Package[];
}): Catalogue {
  return {
    timeZone: given.timeZone,
    currency: given.currency,
    packagesById: new Map(given.packages.map((it) => [it.id, it])),
    packagesByCode: new Map(given.packages.map((it) => [it.code, it])),
  };
}

/** The payment period of that id within that package, or null: a period of another package is none of this one's. */
export function periodOf(pack: Package | undefined, id: PaymentPeriodId): PaymentPeriod | null {
  return pack?.periods.find((it) => it.id === id) ?? null;
}

import type { PackageId, PaymentPeriodId, ProductGroupId, TierId } from '../ids.js';
import type { Currency } from '../money/money.js';
import type { TimeZone } from '../time/instant.js';
import type { Package, PaymentPeriod } from './package.js';
import type { ProductGroup, TierInGroup } from './product-group.js';

/** What a part of a period is counted in: civil days of the organisation's zone, or milliseconds. */
export type ProrationGrain = 'day' | 'second';

/** An organisation's packages and product groups as they stand, with the calendar and the currency they are sold in. */
export type Catalogue = {
  readonly timeZone: TimeZone;
  readonly currency: Currency;
  readonly packagesById: ReadonlyMap<PackageId, Package>;
  readonly packagesByCode: ReadonlyMap<string, Package>;
  readonly prorationGrain: ProrationGrain;
  readonly groupsById: ReadonlyMap<ProductGroupId, ProductGroup>;
  readonly tiersById: ReadonlyMap<TierId, TierInGroup>;
};

/** The catalogue of these packages and groups. Codes and ids are unique within an organisation; the store sees to that. */
export function makeCatalogue(given: {
  timeZone: TimeZone;
  currency: Currency;
  packages: readonly Package[];
  groups?: readonly ProductGroup[];
  prorationGrain?: ProrationGrain;
}): Catalogue {
  const { groups = [], prorationGrain = 'day' } = given;
  return {
    timeZone: given.timeZone,
    currency: given.currency,
    packagesById: new Map(given.packages.map((it) => [it.id, it])),
    packagesByCode: new Map(given.packages.map((it) => [it.code, it])),
    prorationGrain,
    groupsById: new Map(groups.map((it) => [it.id, it])),
    tiersById: new Map(
      groups.flatMap((group) => group.tiers.map((tier) => [tier.id, { tier, group }])),
    ),
  };
}

/** The payment period of that id within that package, or null: a period of another package is none of this one's. */
export function periodOf(pack: Package | undefined, id: PaymentPeriodId): PaymentPeriod | null {
  return pack?.periods.find((it) => it.id === id) ?? null;
}

/** The tier of that id with its group; undefined for none, and for one that is gone. */
export function tierIn(
  { tiersById }: Pick<Catalogue, 'tiersById'>,
  id: TierId | null,
): TierInGroup | undefined {
  return id === null ? undefined : tiersById.get(id);
}

/** What a package is called now; one that the catalogue has lost is called by its code. */
export function packageNameIn(
  { packagesById }: Pick<Catalogue, 'packagesById'>,
  { packageId, packageCode }: { readonly packageId: PackageId; readonly packageCode: string },
): string {
  return packagesById.get(packageId)?.name ?? packageCode;
}

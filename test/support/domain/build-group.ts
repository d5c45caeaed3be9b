import { type BillingTerms, paywayBilling } from '../../../src/domain/catalogue/billing-terms.js';
import { type Catalogue, makeCatalogue } from '../../../src/domain/catalogue/catalogue.js';
import type { Package, PaymentPeriod } from '../../../src/domain/catalogue/package.js';
import type { ProductGroup, Tier } from '../../../src/domain/catalogue/product-group.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import { at, stockholm } from './at.js';
import { buildPackage, buildPeriod, eur, money } from './build-package.js';
import { buildUserProduct } from './build-user-product.js';
import { idOf } from './id-of.js';

/** 10.00 EUR a month, but for what is given; charged as Payway's are, but for what is given. */
export function buildPlan({
  billing,
  ...given
}: Partial<Omit<PaymentPeriod, 'billing'>> & {
  number: number;
  billing?: Partial<BillingTerms>;
}): PaymentPeriod {
  return buildPeriod({
    price: money(1_000, eur),
    ...given,
    billing: { ...paywayBilling, ...billing },
  });
}

/** A tier on all periods of the package, changed to at once with a share given back, but for what is given. */
export function buildTier(pack: Package, given: Partial<Tier> & { number: number }): Tier {
  const { number, ...edits } = given;
  return {
    id: idOf(number),
    packageId: pack.id,
    periodIds: pack.periods.map((it) => it.id),
    position: number,
    label: null,
    upgradeable: true,
    downgradeable: true,
    changeTiming: 'immediately',
    creditType: 'pro_rata',
    ...edits,
  };
}

/** An enabled group of these tiers, but for what is given. */
export function buildGroup(
  tiers: readonly Tier[],
  edits: Partial<ProductGroup> = {},
): ProductGroup {
  const createdAt = at('2027-01-01T00:00:00Z');
  return {
    id: idOf(0x6000),
    name: 'Packages',
    enabled: true,
    forceSameBillingInterval: false,
    tiers,
    version: 1,
    createdAt,
    updatedAt: createdAt,
    ...edits,
  };
}

/** The catalogue of these packages and groups in Stockholm, in EUR, by the day. */
export function groupCatalogue(
  packages: readonly Package[],
  groups: readonly ProductGroup[],
  edits: Partial<Parameters<typeof makeCatalogue>[0]> = {},
): Catalogue {
  return makeCatalogue({ timeZone: stockholm, currency: eur, packages, groups, ...edits });
}

/** A package of these periods, in EUR. */
export function buildProduct(number: number, periods: readonly PaymentPeriod[]): Package {
  return buildPackage({ number, periods });
}

/** On that tier from 1 Apr to 1 May 2027 in Stockholm, on the package's first period, with documents, but for what is given. */
export function buildItem(
  pack: Package,
  tier: Tier | null,
  edits: Partial<UserProduct> = {},
): UserProduct {
  return buildUserProduct(
    pack,
    {
      validFrom: at('2027-04-01T00:00:00+02:00'),
      validTo: at('2027-05-01T00:00:00+02:00'),
      tierId: tier?.id ?? null,
      hasDocuments: true,
      ...edits,
    },
    stockholm,
  );
}

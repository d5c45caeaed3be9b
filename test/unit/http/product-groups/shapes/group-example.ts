import { makeCatalogue } from '../../../../../src/domain/catalogue/catalogue.js';
import type { ProductGroup, Tier } from '../../../../../src/domain/catalogue/product-group.js';
import { at, utc } from '../../../../support/domain/at.js';
import { buildPackage, buildPeriod, eur, money } from '../../../../support/domain/build-package.js';
import { idOf } from '../../../../support/domain/id-of.js';

/** The demo's two products (docs/spec/product-groups-api.md §9), each with a plan. */
export const starter = buildPackage({
  number: 0x101,
  code: 'starter',
  name: 'Starter',
  periods: [buildPeriod({ number: 0x111, price: money(1_000, eur) })],
});
export const pro = buildPackage({
  number: 0x102,
  code: 'pro',
  name: 'Pro',
  periods: [
    buildPeriod({ number: 0x121, price: money(3_000, eur) }),
    buildPeriod({
      number: 0x122,
      price: money(30_000, eur),
      interval: { unit: 'year', length: 1 },
      enabled: false,
      name: 'Pro, a year at a time',
    }),
  ],
});

const rules = {
  upgradeable: true,
  downgradeable: true,
  changeTiming: 'end_of_period',
  creditType: 'none',
} as const;

export const starterTier: Tier = {
  ...rules,
  id: idOf(0x151),
  packageId: starter.id,
  periodIds: [idOf(0x111)],
  position: 10,
  label: null,
};
export const proTier: Tier = {
  ...rules,
  id: idOf(0x152),
  packageId: pro.id,
  periodIds: [idOf(0x121), idOf(0x122)],
  position: 20,
  label: 'Professional',
  changeTiming: 'immediately',
  creditType: 'pro_rata',
};

export const group: ProductGroup = {
  id: idOf(0x150),
  name: 'SaaS Packages',
  enabled: true,
  forceSameBillingInterval: false,
  tiers: [starterTier, proTier],
  version: 3,
  createdAt: at('2026-04-01T00:00:00Z'),
  updatedAt: at('2026-04-02T00:00:00.500Z'),
};

export const catalogue = makeCatalogue({
  timeZone: utc,
  currency: eur,
  packages: [starter, pro],
  groups: [group],
});

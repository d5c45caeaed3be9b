import type { ProductGroup, Tier } from '../../../src/domain/catalogue/product-group.js';
import { at } from './at.js';
import { idOf } from './id-of.js';

/** A tier of package `100 × number` at position `number`, with that package's first period, but for what is given. */
export function buildTier(given: Partial<Tier> & { number: number }): Tier {
  const { number, ...edits } = given;
  return {
    id: idOf(7_000 + number),
    packageId: idOf(100 * number),
    periodIds: [idOf(100 * number + 1)],
    position: number,
    label: null,
    upgradeable: true,
    downgradeable: true,
    changeTiming: 'end_of_period',
    creditType: 'none',
    ...edits,
  };
}

/** An enabled group of two tiers, just made, but for what is given. */
export function buildProductGroup(given: Partial<ProductGroup> = {}): ProductGroup {
  return {
    id: idOf(7_000),
    name: 'SaaS Packages',
    enabled: true,
    forceSameBillingInterval: false,
    tiers: [buildTier({ number: 1 }), buildTier({ number: 2 })],
    version: 1,
    createdAt: at('2026-11-01T00:00:00Z'),
    updatedAt: at('2026-11-01T00:00:00Z'),
    ...given,
  };
}

import type { Package } from '../../../src/domain/catalogue/package.js';
import type { ProductGroup, Tier } from '../../../src/domain/catalogue/product-group.js';
import { at } from './at.js';
import { idOf } from './id-of.js';

/** A tier of a package with all its periods, at position 1 and left both ways, but for what is given. */
export function tierOf(pack: Package, given: Partial<Tier> & { number: number }): Tier {
  const { number, ...edits } = given;
  return {
    id: idOf(number),
    packageId: pack.id,
    periodIds: pack.periods.map((it) => it.id),
    position: 1,
    label: null,
    upgradeable: true,
    downgradeable: true,
    changeTiming: 'end_of_period',
    creditType: 'none',
    ...edits,
  };
}

/** An enabled group of version 1 without tiers, but for what is given. */
export function groupOf(given: Partial<ProductGroup> & { number: number }): ProductGroup {
  const { number, ...edits } = given;
  return {
    id: idOf(number),
    name: `Group ${String(number)}`,
    enabled: true,
    forceSameBillingInterval: false,
    tiers: [],
    version: 1,
    createdAt: at('2026-01-01T00:00:00Z'),
    updatedAt: at('2026-01-01T00:00:00Z'),
    ...edits,
  };
}

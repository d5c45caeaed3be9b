import { describe, expect, test } from '@jest/globals';
import { decideTiers } from '../../../../../src/domain/change/product-groups/decide-tiers.js';
import type { UserProduct } from '../../../../../src/domain/user-product/user-product.js';
import { at } from '../../../../support/domain/at.js';
import {
  buildGroup,
  buildItem,
  buildPlan,
  buildProduct,
  buildTier,
  groupCatalogue,
} from '../../../../support/domain/build-group.js';
import { eur, money } from '../../../../support/domain/build-package.js';

const starter = buildProduct(0x101, [buildPlan({ number: 0x111, price: money(1_000, eur) })]);
const pro = buildProduct(0x201, [
  buildPlan({ number: 0x211, price: money(3_000, eur) }),
  buildPlan({ number: 0x212, price: money(30_000, eur), interval: { unit: 'year', length: 1 } }),
]);
const low = buildTier(starter, { number: 1 });
const high = buildTier(pro, { number: 2, downgradeable: false });
const group = buildGroup([low, high]);
const catalogue = groupCatalogue([starter, pro], [group]);
const now = at('2027-04-16T00:00:00+02:00');
const decided = (product: UserProduct) =>
  decideTiers({ product, now, catalogue, quantity: null }, group);

describe('What somebody on a tier may be switched to', () => {
  test('is each payment period of the other tiers with what it comes to', () => {
    const [own, other] = decided(buildItem(starter, low));
    expect(own?.refusals.map(({ reason }) => reason)).toEqual(['nothing_to_change']);
    // 15 of 30 days of 10.00 are given back.
    expect(
      other?.periods.map(({ decision }) => decision.amounts.settlement?.credit.amountMinor),
    ).toEqual([500, 500]);
  });

  test('is refused by the flags of the tier of now', () => {
    const [lower] = decided(buildItem(pro, high));
    expect(lower?.periods).toEqual([]);
    expect(lower?.refusals.map(({ reason }) => reason)).toEqual(['not_downgradeable']);
  });
});

import { describe, expect, test } from '@jest/globals';
import { findTierTarget } from '../../../../../src/domain/change/product-groups/find-tier-target.js';
import type { TierName } from '../../../../../src/domain/change/product-groups/tier-name.js';
import type { PaymentPeriodId, TierId } from '../../../../../src/domain/ids.js';
import type { UserProduct } from '../../../../../src/domain/user-product/user-product.js';
import {
  buildGroup,
  buildItem,
  buildPlan,
  buildProduct,
  buildTier,
  groupCatalogue,
} from '../../../../support/domain/build-group.js';
import { idOf } from '../../../../support/domain/id-of.js';

const year = { unit: 'year', length: 1 } as const;
const seats = { chargeModel: 'per_unit', quantityEditable: true } as const;
const monthly = buildPlan({ number: 0x111 });
const starter = buildProduct(0x101, [monthly, buildPlan({ number: 0x112, interval: year })]);
const pro = buildProduct(0x102, [
  buildPlan({ number: 0x121 }),
  buildPlan({ number: 0x122, interval: year }),
  buildPlan({ number: 0x123, enabled: false }),
]);
const team = buildProduct(0x103, [
  buildPlan({ number: 0x131, billing: { ...seats, minQuantity: 2, maxQuantity: 50 } }),
]);
const dear = buildProduct(0x104, [buildPlan({ number: 0x141, enabled: false })]);
const tiers = [starter, pro, team, dear].map((pack, index) =>
  buildTier(pack, { number: 0x151 + index }),
);
const tierId = (place: number) => idOf<TierId>(0x150 + place);
const [first] = tiers;
const group = buildGroup(tiers);
const catalogue = groupCatalogue([starter, pro, team, dear], [group]);
const item = buildItem(starter, first ?? null);

function found(name: Partial<TierName>, product: UserProduct = item, of = catalogue) {
  const named = { tierId: tierId(2), periodId: null, quantity: null, ...name };
  return findTierTarget(named, { product, catalogue: of });
}
const period = (number: number) => idOf<PaymentPeriodId>(number);
const chosen = (of: ReturnType<typeof found>) =>
  of?.found === true
    ? [of.target.period.id, of.target.quantity, of.target.candidates?.length ?? 0]
    : of?.refusals.map((it) => it.reason);

describe('What is meant within a product group', () => {
  test('is the period that is named, of that tier', () => {
    expect(chosen(found({ periodId: period(0x122) }))).toEqual([period(0x122), 1, 0]);
    expect(found({ periodId: period(0x122) })).toMatchObject({
      target: { package: pro, tierId: tierId(2) },
    });
  });

  test('is refused with a period of another tier', () => {
    expect(chosen(found({ periodId: period(0x111) }))).toEqual(['period_not_in_tier']);
  });

  test('is asked for where several periods are left', () => {
    expect(chosen(found({}))).toEqual(['period_required']);
  });

  test('is the only period that is left, where the group forces one length', () => {
    const forced = groupCatalogue(
      [starter, pro, team, dear],
      [{ ...group, forceSameBillingInterval: true }],
    );
    expect(chosen(found({}, item, forced))).toEqual([period(0x121), 1, 0]);
  });

  test('is looked at in all periods where none is left', () => {
    expect(chosen(found({ tierId: tierId(4) }))).toEqual([period(0x141), 1, 1]);
  });

  test('is the period of now on the tier of now, else it is asked for', () => {
    expect(chosen(found({ tierId: tierId(1) }))).toEqual([period(0x111), 1, 0]);
    const elsewhere = buildItem(starter, first ?? null, {
      soldPeriod: { ...item.soldPeriod, periodId: period(9) },
    });
    expect(chosen(found({ tierId: tierId(1) }, elsewhere))).toEqual(['period_required']);
  });

  test.each([
    [null, 2, 'the least that it takes'] as [number | null, number, string],
    [7, 7, 'what is asked for'],
    [50, 50, 'the most that it takes'],
  ])('is of a quantity: asked for %p, %i, %s', (quantity, expected) => {
    const name = { tierId: tierId(3), quantity };
    expect(chosen(found(name))).toEqual([period(0x131), expected, 0]);
  });

  test.each([1, 51])(
    'is refused with a quantity of %i that the period does not take',
    (quantity) => {
      const name = { tierId: tierId(3), quantity };
      expect(found(name)).toMatchObject({
        refusals: [
          {
            reason: 'quantity_out_of_range',
            facts: { quantity, min_quantity: 2, max_quantity: 50 },
          },
        ],
      });
    },
  );

  test('takes any quantity where none counts', () => {
    const name = { periodId: period(0x121), quantity: 1_000_000 };
    expect(chosen(found(name))).toEqual([period(0x121), 1, 0]);
  });

  test('is unknown with a tier that nobody knows, and not sold where the catalogue has lost it', () => {
    expect(found({ tierId: idOf<TierId>(1) })).toBeNull();
    const lost = groupCatalogue([starter], [group]);
    expect(chosen(found({}, item, lost))).toEqual(['target_not_on_sale']);
  });
});

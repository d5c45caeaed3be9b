import { describe, expect, test } from '@jest/globals';
import { paywayBilling } from '../../../../src/domain/catalogue/billing-terms.js';
import { makeCatalogue } from '../../../../src/domain/catalogue/catalogue.js';
import type { Package, PaymentPeriod } from '../../../../src/domain/catalogue/package.js';
import {
  settleOrder,
  type SubscriptionOrder,
} from '../../../../src/domain/user-product/subscription-order.js';
import { at, stockholm } from '../../../support/domain/at.js';
import { buildPackage, buildPeriod, money, sek } from '../../../support/domain/build-package.js';
import { idOf } from '../../../support/domain/id-of.js';

const now = at('2027-02-28T12:00:00+01:00');
const perUnit = {
  ...paywayBilling,
  chargeModel: 'per_unit',
  minQuantity: 5,
  maxQuantity: 50,
} as const;

const settled = (
  order: Partial<SubscriptionOrder>,
  edits: { period?: Partial<PaymentPeriod>; pack?: Partial<Package> } = {},
) => {
  const periods = [buildPeriod({ number: 101, ...edits.period })];
  const packages = [
    buildPackage({ number: 100, periods, ...edits.pack }),
    buildPackage({ number: 200 }),
    buildPackage({ number: 300, kind: 'bundle' }),
  ];
  return settleOrder(
    { packageId: null, periodId: idOf(101), quantity: null, startAt: null, ...order },
    { catalogue: makeCatalogue({ timeZone: stockholm, currency: sek, packages }), now },
  );
};

const sold = (result: ReturnType<typeof settled>) => {
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.settled;
};
const faults = (result: ReturnType<typeof settled>) =>
  result.ok ? [] : result.faults.map(({ field, code }) => `${field} ${code}`);

/** docs/spec/product-groups-api.md §4, POST `/subscriptions`. */
describe('An order', () => {
  test('is of a payment period, of whatever package has it, from now on', () => {
    const { pack, period, startAt } = sold(settled({}));
    expect([pack.id, period.id, startAt]).toEqual([idOf(100), idOf(101), now]);
    expect(sold(settled({ packageId: idOf(100) })).pack.id).toBe(idOf(100));
  });

  test('names the package of its payment period, or another: then it is none of that', () => {
    expect(faults(settled({ packageId: idOf(200) }))).toEqual(['periodId invalid']);
  });

  test.each([999, 300])('is of no package %i, and of nothing else that is wrong', (number) => {
    expect(faults(settled({ packageId: idOf(number) }))).toEqual(['packageId not_found']);
  });

  test.each([999, 301])('is of no payment period %i', (number) => {
    expect(faults(settled({ periodId: idOf(number) }))).toEqual(['periodId not_found']);
  });

  test.each(['limited', 'single'] as const)('is of none that is %s', (type) => {
    expect(faults(settled({}, { period: { type } }))).toEqual(['periodId not_found']);
  });

  test.each([
    ['its period is disabled', { period: { enabled: false } }],
    ['its package is archived', { pack: { archived: true } }],
    ['its package is not on sale yet', { pack: { validFrom: at('2027-03-01T00:00:00+01:00') } }],
    ['its package is no longer on sale', { pack: { validTo: now } }],
  ])('is refused where %s', (_, edits) => {
    expect(faults(settled({}, edits))).toEqual(['periodId invalid']);
  });

  test('of a flat fee is of one, whatever is asked for', () => {
    expect([sold(settled({ quantity: 7 })).quantity, sold(settled({})).quantity]).toEqual([1, 1]);
  });

  test.each([
    [null, 5],
    [5, 5],
    [50, 50],
  ])('by the unit of %p is of %i: the fewest where none is said', (quantity, expected) => {
    const { quantity: had } = sold(settled({ quantity }, { period: { billing: perUnit } }));
    expect(had).toBe(expected);
  });

  test.each([3, 4, 51, 1_000_000])(
    'by the unit is not of %i, where 5 to 50 are sold',
    (quantity) => {
      const result = settled({ quantity }, { period: { billing: perUnit } });
      expect(faults(result)).toEqual(['quantity range']);
      expect(result).toMatchObject({ faults: [{ bounds: { minimum: 5, maximum: 50 } }] });
    },
  );

  test('is of a million at most where its period says nothing, and of no more than an amount can be', () => {
    const billing = { ...perUnit, maxQuantity: null };
    expect(sold(settled({ quantity: 1_000_000 }, { period: { billing } })).quantity).toBe(
      1_000_000,
    );
    expect(faults(settled({ quantity: 1_000_001 }, { period: { billing } }))).toEqual([
      'quantity range',
    ]);
    const price = money(9_007_199_254_740_991);
    expect(faults(settled({ quantity: 5 }, { period: { billing, price } }))).toEqual([
      'quantity range',
    ]);
    expect(sold(settled({}, { period: { price } })).quantity).toBe(1);
  });

  test.each([
    '2026-02-28T12:00:00+01:00',
    '2027-02-28T11:59:59.999+01:00',
    '2027-02-28T12:00:00+01:00',
  ])('may start at %s', (start) => {
    expect(sold(settled({ startAt: at(start) })).startAt).toBe(at(start));
  });

  test.each(['2026-02-28T11:59:59.999+01:00', '2027-02-28T12:00:00.001+01:00'])(
    'may not start at %s: more than a year ago, or still to come',
    (start) => {
      expect(faults(settled({ startAt: at(start) }))).toEqual(['startAt range']);
    },
  );

  test('tells all that is wrong, in the order of its fields', () => {
    const order = { packageId: idOf<never>(200), quantity: 1, startAt: at('2030-01-01T00:00:00Z') };
    expect(faults(settled(order, { period: { billing: perUnit } }))).toEqual([
      'periodId invalid',
      'quantity range',
      'startAt range',
    ]);
  });
});

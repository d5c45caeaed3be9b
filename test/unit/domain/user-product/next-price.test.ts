import { describe, expect, test } from '@jest/globals';
import { makeCatalogue } from '../../../../src/domain/catalogue/catalogue.js';
import type { Package } from '../../../../src/domain/catalogue/package.js';
import { nextPriceOf } from '../../../../src/domain/user-product/next-price.js';
import { utc } from '../../../support/domain/at.js';
import { buildPackage, buildPeriod, money, sek } from '../../../support/domain/build-package.js';
import { buildPending, buildUserProduct } from '../../../support/domain/build-user-product.js';

const basic = buildPackage({ number: 10 });
const lite = buildPackage({
  number: 20,
  periods: [buildPeriod({ number: 21, price: money(5_000) })],
});
const product = buildUserProduct(basic);
const waiting = buildUserProduct(basic, { pendingChange: buildPending(lite) });
const dearer = {
  ...basic,
  periods: basic.periods.map((it) => ({ ...it, price: money(12_000) })),
};
const sold = (...packages: readonly Package[]) =>
  makeCatalogue({ timeZone: utc, currency: sek, packages });

describe('The next period costs', () => {
  test('what the catalogue says now: sold at 100.00, it is 120.00 by now', () => {
    expect(nextPriceOf(product, sold(dearer, lite))).toEqual(money(12_000));
  });

  test('what it was sold at where the catalogue does not have the period any more', () => {
    expect(nextPriceOf(product, sold())).toEqual(money(10_000));
    expect(nextPriceOf(product, sold({ ...basic, periods: lite.periods }))).toEqual(money(10_000));
  });

  test('what is said of an archived package and a disabled period: they renew too', () => {
    const periods = dearer.periods.map((it) => ({ ...it, enabled: false }));
    const archived = { ...dearer, periods, archived: true };
    expect(nextPriceOf(product, sold(archived))).toEqual(money(12_000));
  });

  test('50.00 once a downgrade to 50.00 waits, whatever the target costs by now', () => {
    expect(nextPriceOf(waiting, sold(dearer, lite))).toEqual(money(5_000));
    const edited = { ...lite, periods: lite.periods.map((it) => ({ ...it, price: money(1) })) };
    expect(nextPriceOf(waiting, sold(dearer, edited))).toEqual(money(5_000));
  });

  test('what a renewal costs where the change that waits would fail', () => {
    expect(nextPriceOf(waiting, sold(dearer))).toEqual(money(12_000));
    expect(nextPriceOf(waiting, sold(dearer, { ...lite, archived: true }))).toEqual(money(12_000));
  });

  test('what a limited subscription is to become', () => {
    const limited = { ...waiting, subscriptionType: 'limited' } as const;
    expect(nextPriceOf(limited, sold(basic, lite))).toEqual(money(5_000));
  });
});

describe('No period follows', () => {
  test.each(['cancelled', 'deactivated', 'pending', 'frozen'] as const)(
    'one that is %s',
    (state) => {
      expect(nextPriceOf({ ...product, state }, sold(basic))).toBeNull();
    },
  );

  test.each(['limited', 'single'] as const)('one that is %s', (subscriptionType) => {
    expect(nextPriceOf({ ...product, subscriptionType }, sold(basic))).toBeNull();
  });

  test('a limited one whose change would fail', () => {
    expect(nextPriceOf({ ...waiting, subscriptionType: 'limited' }, sold(basic))).toBeNull();
  });
});

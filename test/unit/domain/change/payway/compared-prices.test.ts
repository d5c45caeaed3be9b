import { describe, expect, test } from '@jest/globals';
import { makeCatalogue } from '../../../../../src/domain/catalogue/catalogue.js';
import type { Package } from '../../../../../src/domain/catalogue/package.js';
import { comparedPrices } from '../../../../../src/domain/change/payway/compared-prices.js';
import { at, utc } from '../../../../support/domain/at.js';
import {
  buildPackage,
  buildPeriod,
  eur,
  firstPeriod,
  money,
  sek,
} from '../../../../support/domain/build-package.js';
import { buildUserProduct } from '../../../../support/domain/build-user-product.js';

const basic = buildPackage({ number: 100 });
const digital = buildPackage({
  number: 200,
  periods: [buildPeriod({ number: 201, price: money(20_000) })],
});

const compare = (packages: readonly Package[], target: Package = digital) =>
  comparedPrices({
    product: buildUserProduct(basic),
    target: { package: target, period: firstPeriod(target), quantity: 1, tierId: null },
    catalogue: makeCatalogue({ timeZone: utc, currency: sek, packages }),
    now: at('2026-04-16T00:00:00Z'),
  });
const basicAt = (price: ReturnType<typeof money>) =>
  buildPackage({ number: 100, periods: [buildPeriod({ number: 101, price })] });

describe('the prices compared', () => {
  test('are the catalogue’s as they stand, not the snapshot’s', () => {
    expect(compare([basicAt(money(30_000)), digital])).toEqual({
      source: money(30_000),
      target: money(20_000),
      oneCurrency: true,
    });
  });

  test('are the snapshot’s where the period, or the whole package, is gone', () => {
    const withoutPeriod = { ...basic, periods: [] };
    expect(compare([withoutPeriod, digital]).source).toEqual(money(10_000));
    expect(compare([digital]).source).toEqual(money(10_000));
  });

  test('are of two currencies where the target, the catalogue or the snapshot differs', () => {
    const foreign = buildPackage({
      number: 300,
      periods: [buildPeriod({ number: 301, price: money(1, eur) })],
    });
    expect(compare([basic, digital]).oneCurrency).toBe(true);
    expect(compare([basic, foreign], foreign).oneCurrency).toBe(false);
    expect(compare([basicAt(money(10_000, eur)), digital]).oneCurrency).toBe(false);
    expect(compare([basicAt(money(10_000, eur)), foreign], foreign).oneCurrency).toBe(false);
  });
});

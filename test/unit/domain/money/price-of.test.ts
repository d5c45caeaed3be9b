import { describe, expect, test } from '@jest/globals';
import { isPayable, priceOf } from '../../../../src/domain/money/price-of.js';
import { eur, money } from '../../../support/domain/build-package.js';

const largest = Number.MAX_SAFE_INTEGER;

describe('The price of so many units', () => {
  test('is 9.99 EUR for 3 at 3.33 EUR', () => {
    expect(priceOf(money(333, eur), 3)).toEqual(money(999, eur));
  });

  test('is the unit’s for one, and nothing where a unit costs nothing', () => {
    expect(priceOf(money(333), 1)).toEqual(money(333));
    expect(priceOf(money(0), 1_000_000)).toEqual(money(0));
  });

  test('is exact up to the largest amount', () => {
    expect(priceOf(money((largest - 1) / 2), 2)).toEqual(money(largest - 1));
    expect(priceOf(money(largest), 1)).toEqual(money(largest));
  });

  test('is no price beyond it', () => {
    expect(() => priceOf(money((largest + 1) / 2), 2)).toThrow(RangeError);
  });
});

test.each([
  [largest, 1, true],
  [largest, 2, false],
  [(largest - 1) / 2, 2, true],
  [(largest + 1) / 2, 2, false],
  [9_007_199_254, 1_000_000, true],
  [9_007_199_255, 1_000_000, false],
  [0, 1_000_000, true],
])('%i minor units × %i may be paid: %s', (price, quantity, is) => {
  expect(isPayable(money(price), quantity)).toBe(is);
});

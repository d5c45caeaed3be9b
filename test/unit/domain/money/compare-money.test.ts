import { describe, expect, test } from '@jest/globals';
import { compareMoney } from '../../../../src/domain/money/compare-money.js';
import { eur, money } from '../../../support/domain/build-package.js';

describe('two amounts', () => {
  test('of one currency have an order', () => {
    expect(compareMoney(money(1), money(2))).toBeLessThan(0);
    expect(compareMoney(money(2), money(2))).toBe(0);
    expect(compareMoney(money(3), money(2))).toBeGreaterThan(0);
  });

  test('of two currencies have none', () => {
    expect(() => compareMoney(money(1), money(1, eur))).toThrow(TypeError);
  });
});

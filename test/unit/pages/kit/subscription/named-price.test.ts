import { describe, expect, test } from '@jest/globals';
import { writtenIn } from '../../../../../src/pages/kit/written.js';
import {
  costsMoney,
  namedPrice,
  vatWords,
} from '../../../../../src/pages/kit/subscription/named-price.js';
import { stockholm } from '../../../../support/domain/at.js';
import { eur, money } from '../../../../support/domain/build-package.js';

const written = writtenIn('en', stockholm);
const period = { price: money(20_000, eur), interval: { unit: 'month', length: 1 } } as const;

describe('A price', () => {
  test.each([
    [null, '€200.00 per month'],
    [true, '€200.00 per month, incl. VAT'],
    [false, '€200.00 per month, excl. VAT'],
  ])('says of VAT what the organisation says: %s', (includesVat, text) => {
    expect(namedPrice(written, period, { quantity: 1, includesVat })).toBe(text);
    expect(text.endsWith(vatWords(written.say, includesVat))).toBe(true);
  });

  test('of several is their sum, with what one of them costs', () => {
    expect(namedPrice(written, period, { quantity: 3, includesVat: true })).toBe(
      '€600.00 per month, incl. VAT (3 × €200.00)',
    );
  });

  test('of nothing is said as it is', () => {
    const free = { ...period, price: money(0, eur) };
    expect(namedPrice(written, free, { quantity: 1, includesVat: null })).toBe('€0.00 per month');
    expect([costsMoney(money(0)), costsMoney(money(1))]).toEqual([false, true]);
  });

  test('that no number can hold is unknown, and not 0', () => {
    const dear = { ...period, price: money(Number.MAX_SAFE_INTEGER, eur) };
    expect(namedPrice(written, dear, { quantity: 2, includesVat: true })).toBe(
      'cannot be calculated now',
    );
  });
});

import { describe, expect, test } from '@jest/globals';
import {
  parseDecimalAmount,
  toDecimalString,
  toMajorUnits,
} from '../../../../src/domain/money/decimal-amount.js';
import type { Currency } from '../../../../src/domain/money/money.js';

const currency = (code: string) => code as Currency;

describe('an amount in major units', () => {
  test('200.00 SEK is 20,000 öre', () => {
    expect(parseDecimalAmount('200.00', currency('SEK'))).toEqual({
      amountMinor: 20_000,
      currency: 'SEK',
    });
  });

  test.each([
    ['0', 'SEK', 0],
    ['0.01', 'SEK', 1],
    ['200', 'SEK', 20_000],
    ['200.5', 'SEK', 20_050],
    ['500', 'JPY', 500],
    ['1.234', 'KWD', 1_234],
    ['1.2345', 'CLF', 12_345],
    ['90071992547409.91', 'SEK', Number.MAX_SAFE_INTEGER],
  ])('%s %s is %d minor units', (raw, code, amountMinor) => {
    expect(parseDecimalAmount(raw, currency(code))?.amountMinor).toBe(amountMinor);
  });

  test.each([
    ['200.001', 'SEK'],
    ['1.0', 'JPY'],
    ['', 'SEK'],
    ['.5', 'SEK'],
    ['5.', 'SEK'],
    ['-1.00', 'SEK'],
    ['+1.00', 'SEK'],
    ['1e2', 'SEK'],
    [' 1.00', 'SEK'],
    ['1.00\n', 'SEK'],
    ['1,00', 'SEK'],
    ['1_000', 'SEK'],
    ['007', 'SEK'],
    ['0x10', 'SEK'],
    ['NaN', 'SEK'],
    ['90071992547409.92', 'SEK'],
  ])('%j %s is none', (raw, code) => {
    expect(parseDecimalAmount(raw, currency(code))).toBeNull();
  });

  test.each([
    [20_000, 'SEK', '200.00'],
    [5, 'SEK', '0.05'],
    [0, 'SEK', '0.00'],
    [-5, 'SEK', '-0.05'],
    [500, 'JPY', '500'],
    [7, 'KWD', '0.007'],
  ])('%d minor units of %s are written %3$s', (amountMinor, code, written) => {
    expect(toDecimalString({ amountMinor, currency: currency(code) })).toBe(written);
  });

  test('19,999 öre are the JSON number 199.99', () => {
    const amount = { amountMinor: 19_999, currency: currency('SEK') };
    expect(JSON.stringify(toMajorUnits(amount))).toBe('199.99');
    expect(toMajorUnits({ amountMinor: 500, currency: currency('JPY') })).toBe(500);
  });
});

import { describe, expect, test } from '@jest/globals';
import type { Currency } from '../../../../src/domain/money/money.js';
import { largestPriceMinor, parsePrice } from '../../../../src/domain/money/price.js';

const parse = (raw: string, code = 'SEK') => parsePrice(raw, code as Currency);

describe('A price', () => {
  test.each([
    ['SEK', '10000000000.00'],
    ['JPY', '1000000000000'],
    ['KWD', '1000000000.000'],
  ])('of %s is at most %s, 10¹² minor units', (code, most) => {
    expect(parse(most, code)).toEqual({
      ok: true,
      price: { amountMinor: largestPriceMinor, currency: code },
    });
  });

  test.each([
    ['SEK', '10000000000.01'],
    ['JPY', '1000000000001'],
    ['SEK', '9007199254740993'],
    ['SEK', '9'.repeat(400)],
  ])('of %s is too large at %s', (code, raw) => {
    expect(parse(raw, code)).toEqual({ ok: false, fault: 'too_large' });
  });

  test.each(['1.001', '-1', '1e3', '', '01', '9007199254740993.001', '99999999999999999x'])(
    'is malformed as %j',
    (raw) => {
      expect(parse(raw)).toEqual({ ok: false, fault: 'malformed' });
    },
  );
});

import { describe, expect, test } from '@jest/globals';
import { decimalsOf, parseCurrency } from '../../../../src/domain/money/currency.js';
import type { Currency } from '../../../../src/domain/money/money.js';

describe('a currency', () => {
  test.each([
    ['JPY', 0],
    ['ISK', 0],
    ['SEK', 2],
    ['EUR', 2],
    ['XCG', 2],
    ['KWD', 3],
    ['TND', 3],
    ['CLF', 4],
    ['UYW', 4],
  ])('%s has %d decimals', (code, decimals) => {
    expect(parseCurrency(code)).toBe(code);
    expect(decimalsOf(code as Currency)).toBe(decimals);
  });

  test.each(['', 'sek', 'SE', 'SEKK', 'XXX', 'BTC', ' ', 'SEK EUR', 'toString'])(
    '%j is none',
    (raw) => {
      expect(parseCurrency(raw)).toBeNull();
    },
  );

  test('that ISO 4217 does not list has no decimals to speak of', () => {
    expect(() => decimalsOf('BTC' as Currency)).toThrow(RangeError);
  });
});

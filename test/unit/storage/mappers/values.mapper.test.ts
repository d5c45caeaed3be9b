import { describe, expect, test } from '@jest/globals';
import { moneyDocument, moneyOf } from '../../../../src/storage/mappers/values.mapper.js';
import { money, sek } from '../../../support/domain/build-package.js';

describe('An amount', () => {
  test.each([0, -1, 2_147_483_648, 9_007_199_254_740_991])('of %d is stored as it is', (amount) => {
    const document = moneyDocument(money(amount));
    expect(document).toEqual({ amount_minor: amount, currency: 'SEK' });
    expect(moneyOf(document)).toEqual({ amountMinor: amount, currency: sek });
  });

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 9_007_199_254_740_992])(
    'of %d is neither stored nor read',
    (amount) => {
      expect(() => moneyDocument(money(amount))).toThrow(RangeError);
      expect(() => moneyOf({ amount_minor: amount, currency: 'SEK' })).toThrow(RangeError);
    },
  );
});

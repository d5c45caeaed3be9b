import { expect, test } from '@jest/globals';
import type { Currency } from '../../../../../src/domain/money/money.js';
import { moneyShape, toMoneyItem } from '../../../../../src/http/product-groups/shapes/scalars.js';

test.each([
  { amountMinor: 4_900, currency: 'EUR', precision: 2 },
  { amountMinor: -500, currency: 'SEK', precision: 2 },
  { amountMinor: 4_900, currency: 'JPY', precision: 0 },
  { amountMinor: 4_900, currency: 'KWD', precision: 3 },
])('$amountMinor $currency has $precision decimals', ({ amountMinor, currency, precision }) => {
  const printed = toMoneyItem({ amountMinor, currency: currency as Currency });
  expect(printed).toEqual({ amount: amountMinor, precision, currencyCode: currency });
  expect(moneyShape.safeParse(printed).success).toBe(true);
});

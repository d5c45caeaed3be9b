import type { Money } from './money.js';

/**
 * The price of so many units, in minor units (docs/spec/product-groups-api.md §5). Throws a RangeError where it is more
 * than an amount can be (`isPayable`). Example: 3 units at 3.33 EUR are 9.99 EUR.
 */
export function priceOf({ amountMinor, currency }: Money, quantity: number): Money {
  const total = amountMinor * quantity;
  if (!Number.isSafeInteger(total)) throw new RangeError('an amount must be a safe integer');
  return { amountMinor: total, currency };
}

/** Whether so many units at that price come to something that an amount can be: 9,007,199,254,740,991 minor units. */
export function isPayable({ amountMinor }: Money, quantity: number): boolean {
  return Number.isSafeInteger(amountMinor * quantity);
}

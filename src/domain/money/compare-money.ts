import type { Money } from './money.js';

/**
 * Below 0, 0 or above 0 as the first amount is less than, equal to or more than the second
 * (docs/spec/change-rules.md §1).
 * Throws a TypeError for two currencies.
 */
export function compareMoney(a: Money, b: Money): number {
  if (a.currency !== b.currency) throw new TypeError('amounts of two currencies have no order');
  return a.amountMinor - b.amountMinor;
}

import { decimalsOf } from './currency.js';
import { parseDecimalAmount } from './decimal-amount.js';
import type { Currency, Money } from './money.js';

/**
 * The most that a price may be, in minor units (docs/spec/operations.md §4): small enough that what is reckoned with it
 * stays exact. Example: 10,000,000,000.00 SEK.
 */
export const largestPriceMinor = 1_000_000_000_000;

export type ParsedPrice =
  | { readonly ok: true; readonly price: Money }
  | { readonly ok: false; readonly fault: 'malformed' | 'too_large' };

/**
 * A price written in major units, of at most `largestPriceMinor` unless told otherwise (docs/spec/operations.md §4).
 * Malformed is whatever is no amount of that currency. Example: `"10000000000.01"` SEK is too large, `"1.001"` SEK malformed.
 */
export function parsePrice(
  raw: string,
  currency: Currency,
  mostMinor: number = largestPriceMinor,
): ParsedPrice {
  const price = parseDecimalAmount(raw, currency);
  if (price === null)
    return { ok: false, fault: isHuge(raw, currency) ? 'too_large' : 'malformed' };
  return price.amountMinor > mostMinor ? { ok: false, fault: 'too_large' } : { ok: true, price };
}

/** An amount of that form all the same, beyond what is a safe integer of minor units. */
function isHuge(raw: string, currency: Currency): boolean {
  const [, fraction = ''] = /^[1-9]\d{11,}(?:\.(\d+))?$/.exec(raw) ?? [null, 'x'.repeat(9)];
  return fraction.length <= decimalsOf(currency);
}

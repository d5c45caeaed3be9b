import { decimalsOf } from '../../domain/money/currency.js';
import { toDecimalString } from '../../domain/money/decimal-amount.js';
import type { Currency, Money } from '../../domain/money/money.js';
import { largestPriceMinor, parsePrice } from '../../domain/money/price.js';

export type AmountText = {
  readonly text: string;
  readonly currency: Currency;
  /** The most that it may be, in minor units: what a price may be, unless given. */
  readonly mostMinor?: number;
};

export type ReadAmount =
  { readonly ok: true; readonly amount: Money } | { readonly ok: false; readonly problem: string };

/**
 * An amount that a file writes in major units, or what is wrong with it (docs/spec/operations.md §4). Example: `"1.001"`
 * SEK must be a decimal number with at most 2 decimals, as a string.
 */
export function readAmount({
  text,
  currency,
  mostMinor = largestPriceMinor,
}: AmountText): ReadAmount {
  const parsed = parsePrice(text, currency, mostMinor);
  if (parsed.ok) return { ok: true, amount: parsed.price };
  const most = toDecimalString({ amountMinor: mostMinor, currency });
  const decimals = String(decimalsOf(currency));
  const problem = {
    too_large: `must be at most ${most}`,
    malformed: `must be a decimal number with at most ${decimals} decimals, as a string`,
  }[parsed.fault];
  return { ok: false, problem };
}

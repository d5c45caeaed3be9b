import { decimalsOf } from './currency.js';
import type { Currency, Money } from './money.js';

const pattern = /^(0|[1-9]\d*)(?:\.(\d+))?$/;

/**
 * A price written in major units (docs/spec/operations.md §4); null for more decimals than the currency has, a sign, an
 * exponent, a space, a leading zero or more than a safe integer holds. Example: `"200.00"` SEK is 20,000 minor units.
 */
export function parseDecimalAmount(raw: string, currency: Currency): Money | null {
  const [, whole, fraction = ''] = pattern.exec(raw) ?? [];
  const decimals = decimalsOf(currency);
  if (whole === undefined || fraction.length > decimals) return null;
  const amountMinor = Number(whole + fraction.padEnd(decimals, '0'));
  return Number.isSafeInteger(amountMinor) ? { amountMinor, currency } : null;
}

/** The amount in major units with all its decimals, the form that `parseDecimalAmount` reads. Example: `"200.00"`. */
export function toDecimalString({ amountMinor, currency }: Money): string {
  const decimals = decimalsOf(currency);
  const digits = String(Math.abs(amountMinor)).padStart(decimals + 1, '0');
  const split = digits.length - decimals;
  const written = decimals === 0 ? digits : `${digits.slice(0, split)}.${digits.slice(split)}`;
  return amountMinor < 0 ? `-${written}` : written;
}

/**
 * The amount as a JSON number in major units (docs/spec/payway-api.md §5): the double nearest to it, for output only.
 * Example: 19,999 minor units of SEK are 199.99.
 */
export function toMajorUnits({ amountMinor, currency }: Money): number {
  return amountMinor / 10 ** decimalsOf(currency);
}

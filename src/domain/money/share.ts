import type { Money } from './money.js';

/** An exact share: so many parts of so many. Integers; the whole is above 0. */
export type Ratio = { readonly parts: bigint; readonly whole: bigint };

/** Whether one exact value is more than another. Wholes are above 0. */
export function isMore(one: Ratio, other: Ratio): boolean {
  return one.parts * other.whole > other.parts * one.whole;
}

/**
 * A share of an amount, the one place where an amount is rounded: half away from zero, to a minor unit
 * (docs/spec/change-rules.md §1). Throws a RangeError where the whole is not above 0 or the result is no safe integer.
 * Example: 1/8 of 1.00 SEK is 12.5 öre, so 13.
 */
export function shareOf({ amountMinor, currency }: Money, { parts, whole }: Ratio): Money {
  if (whole <= 0n) throw new RangeError('a share is taken of a whole above 0');
  const exact = BigInt(amountMinor) * parts;
  const size = exact < 0n ? -exact : exact;
  const rounded = (2n * size + whole) / (2n * whole);
  const share = Number(exact < 0n ? -rounded : rounded);
  if (!Number.isSafeInteger(share)) throw new RangeError('an amount must be a safe integer');
  return { amountMinor: share, currency };
}

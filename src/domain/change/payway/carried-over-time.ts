import type { Ratio } from '../../money/share.js';

/** A value and what it is to buy: milliseconds and minor units of one currency. */
export type ValueToCarry = {
  /** Exact, in minor units. */
  readonly valueLeft: Ratio;
  /** What the new period costs as a whole, for all its units. */
  readonly newPriceMinor: bigint;
  readonly newLengthMs: number;
};

/**
 * How many milliseconds of the new period the value left buys: valueLeft × newLength / newPrice, exact but for one
 * floor (docs/spec/change-rules.md §3). Throws a RangeError for a new price of 0.
 * Example: 15 of 30 days left of 100.00, on to 200.00 per 30 days → a quarter of 30 days, 7.5 days, 648,000,000 ms.
 */
export function carriedOverTime({ valueLeft, newPriceMinor, newLengthMs }: ValueToCarry): bigint {
  return (valueLeft.parts * BigInt(newLengthMs)) / (valueLeft.whole * newPriceMinor);
}

/** What is left of one period and what it is to buy on another: milliseconds and minor units of one currency. */
export type ValueLeft = {
  readonly remainingMs: number;
  readonly oldPriceMinor: number;
  readonly oldLengthMs: number;
  readonly newPriceMinor: number;
  readonly newLengthMs: number;
};

/**
 * How many milliseconds of the new period the unused value of the old one buys: remaining × oldPrice × newLength /
 * (oldLength × newPrice), exact but for one floor (docs/spec/change-rules.md §3). Throws a RangeError for a new price
 * of 0.
 * Example: 15 of 30 days left of 100.00, on to 200.00 per 30 days → a quarter of 30 days, 7.5 days, 648,000,000 ms.
 */
export function carriedOverTime(left: ValueLeft): bigint {
  const gained = BigInt(left.remainingMs) * BigInt(left.oldPriceMinor) * BigInt(left.newLengthMs);
  return gained / (BigInt(left.oldLengthMs) * BigInt(left.newPriceMinor));
}

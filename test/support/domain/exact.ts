import type { Ratio } from '../../../src/domain/money/share.js';

/** Exact sums and comparisons of values, for laws that hold to the last bit. */
export const exact = {
  of: (parts: number | bigint, whole: number | bigint = 1): Ratio => ({
    parts: BigInt(parts),
    whole: BigInt(whole),
  }),
  plus: (a: Ratio, b: Ratio): Ratio => ({
    parts: a.parts * b.whole + b.parts * a.whole,
    whole: a.whole * b.whole,
  }),
  minus: (a: Ratio, b: Ratio): Ratio => ({
    parts: a.parts * b.whole - b.parts * a.whole,
    whole: a.whole * b.whole,
  }),
  isAtMost: (a: Ratio, b: Ratio): boolean => a.parts * b.whole <= b.parts * a.whole,
  isBelow: (a: Ratio, b: Ratio): boolean => a.parts * b.whole < b.parts * a.whole,
};

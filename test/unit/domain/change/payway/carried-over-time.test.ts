import { describe, expect, test } from '@jest/globals';
import { carriedOverTime } from '../../../../../src/domain/change/payway/carried-over-time.js';

const dayMs = 86_400_000;
const onTo = { newPriceMinor: 20_000n, newLengthMs: 30 * dayMs };
/** 15 of 30 days of 100.00. */
const half = {
  valueLeft: { parts: BigInt(15 * dayMs) * 10_000n, whole: BigInt(30 * dayMs) },
  ...onTo,
};

describe('the time carried over', () => {
  test('15 of 30 days left of 100.00 buy 7.5 days of 200.00: 648,000,000 ms', () => {
    expect(carriedOverTime(half)).toBe(648_000_000n);
  });

  test('is floored once, at the very end', () => {
    const whole = BigInt(30 * dayMs);
    const left = (parts: bigint) => ({ ...half, valueLeft: { parts, whole }, newPriceMinor: 3n });
    expect(carriedOverTime(left(2n))).toBe(0n);
    expect(carriedOverTime(left(6n))).toBe(2n);
  });

  test('is nothing where nothing is left', () => {
    expect(carriedOverTime({ ...half, valueLeft: { parts: 0n, whole: 1n } })).toBe(0n);
  });

  test('may span several periods: 300.00 left is more than one of 200.00', () => {
    const valueLeft = { parts: 30_000n, whole: 1n };
    expect(carriedOverTime({ ...half, valueLeft })).toBe(BigInt(45 * dayMs));
  });

  test('is exact where the product leaves the safe integers', () => {
    const valueLeft = { parts: 9_007_199_254_740_991n, whole: 2n };
    expect(carriedOverTime({ ...half, valueLeft, newPriceMinor: 1n })).toBe(
      9_007_199_254_740_991n * BigInt(15 * dayMs),
    );
  });

  test('on to a free period is refused', () => {
    expect(() => carriedOverTime({ ...half, newPriceMinor: 0n })).toThrow(RangeError);
  });
});

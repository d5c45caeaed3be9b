import { describe, expect, test } from '@jest/globals';
import { carriedOverTime } from '../../../../../src/domain/change/payway/carried-over-time.js';

const dayMs = 86_400_000;
const half = {
  remainingMs: 15 * dayMs,
  oldPriceMinor: 10_000,
  oldLengthMs: 30 * dayMs,
  newPriceMinor: 20_000,
  newLengthMs: 30 * dayMs,
};

describe('the time carried over', () => {
  test('15 of 30 days left of 100.00 buy 7.5 days of 200.00: 648,000,000 ms', () => {
    expect(carriedOverTime(half)).toBe(648_000_000n);
  });

  test('is floored once, at the very end', () => {
    const left = { ...half, remainingMs: 1, oldPriceMinor: 2, newPriceMinor: 3 };
    expect(carriedOverTime(left)).toBe(0n);
    expect(carriedOverTime({ ...left, remainingMs: 3 })).toBe(2n);
  });

  test('is nothing where nothing is left or the old period was free', () => {
    expect(carriedOverTime({ ...half, remainingMs: 0 })).toBe(0n);
    expect(carriedOverTime({ ...half, oldPriceMinor: 0 })).toBe(0n);
  });

  test('may span several periods: the share is not capped at one', () => {
    expect(carriedOverTime({ ...half, remainingMs: 90 * dayMs })).toBe(BigInt(45 * dayMs));
  });

  test('is exact where the product leaves the safe integers', () => {
    const left = { ...half, oldPriceMinor: 9_007_199_254_740_991, newPriceMinor: 1 };
    expect(carriedOverTime(left)).toBe(9_007_199_254_740_991n * BigInt(15 * dayMs));
  });

  test('on to a free period is refused', () => {
    expect(() => carriedOverTime({ ...half, newPriceMinor: 0 })).toThrow(RangeError);
  });
});

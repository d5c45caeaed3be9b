import { describe, expect, test } from '@jest/globals';
import { isMore, shareOf } from '../../../../src/domain/money/share.js';
import { money, sek } from '../../../support/domain/build-package.js';

describe('a share of an amount', () => {
  test('an eighth of 1.00 SEK is 12.5 öre, so 13', () => {
    expect(shareOf(money(100), { parts: 1n, whole: 8n })).toEqual({
      amountMinor: 13,
      currency: sek,
    });
  });

  test('is rounded half away from zero, on either side of it', () => {
    expect(shareOf(money(-100), { parts: 1n, whole: 8n }).amountMinor).toBe(-13);
    expect(shareOf(money(100), { parts: -1n, whole: 8n }).amountMinor).toBe(-13);
    expect(shareOf(money(1), { parts: 1n, whole: 2n }).amountMinor).toBe(1);
    expect(shareOf(money(1), { parts: 49n, whole: 100n }).amountMinor).toBe(0);
    expect(shareOf(money(-1), { parts: 49n, whole: 100n }).amountMinor).toBe(0);
  });

  test('is exact where a float is not', () => {
    const whole = 2n ** 60n;
    expect(shareOf(money(Number.MAX_SAFE_INTEGER), { parts: whole, whole }).amountMinor).toBe(
      Number.MAX_SAFE_INTEGER,
    );
  });

  test('of nothing, or beyond a safe integer, is refused', () => {
    expect(() => shareOf(money(1), { parts: 1n, whole: 0n })).toThrow(RangeError);
    expect(() => shareOf(money(1), { parts: 1n, whole: -1n })).toThrow(RangeError);
    expect(() => shareOf(money(2), { parts: 2n ** 53n, whole: 1n })).toThrow(RangeError);
  });
});

test('one exact value is more than another whatever their wholes', () => {
  expect(isMore({ parts: 1n, whole: 2n }, { parts: 2n, whole: 5n })).toBe(true);
  expect(isMore({ parts: 1n, whole: 2n }, { parts: 2n, whole: 4n })).toBe(false);
  expect(isMore({ parts: 1n, whole: 3n }, { parts: 1n, whole: 2n })).toBe(false);
});

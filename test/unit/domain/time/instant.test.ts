import { describe, expect, test } from '@jest/globals';
import {
  BeyondCalendarError,
  earlierOf,
  laterOf,
  toInstant,
} from '../../../../src/domain/time/instant.js';
import { at } from '../../../support/domain/at.js';

describe('an instant', () => {
  test('is a whole number of milliseconds', () => {
    expect(toInstant(0)).toBe(0);
    expect(() => toInstant(0.5)).toThrow(RangeError);
    expect(() => toInstant(Number.NaN)).toThrow(RangeError);
  });

  test('lies within the years 0 to 9999', () => {
    expect(toInstant(Date.UTC(9999, 11, 31, 23, 59, 59, 999))).toBe(253_402_300_799_999);
    expect(() => toInstant(253_402_300_800_000)).toThrow(BeyondCalendarError);
    expect(toInstant(Date.parse('0000-01-01T00:00:00Z'))).toBe(-62_167_219_200_000);
    expect(() => toInstant(Date.parse('0000-01-01T00:00:00Z') - 1)).toThrow(RangeError);
  });

  test('is earlier or later than another', () => {
    const [first, second] = [at('2026-01-01T00:00:00Z'), at('2026-01-02T00:00:00Z')];
    expect(laterOf(first, second)).toBe(second);
    expect(laterOf(second, first)).toBe(second);
    expect(earlierOf(first, second)).toBe(first);
    expect(earlierOf(second, first)).toBe(first);
  });
});

import { describe, expect, test } from '@jest/globals';
import { applyRelativeDate, parseRelativeDate } from '../../../../src/domain/time/relative-date.js';
import { at, stockholm, utc } from '../../../support/domain/at.js';

describe('a relative date', () => {
  test.each([
    ['-10D', { unit: 'day', amount: -10 }],
    ['+1M', { unit: 'month', amount: 1 }],
    ['1M', { unit: 'month', amount: 1 }],
    ['12M', { unit: 'month', amount: 12 }],
    ['2W', { unit: 'week', amount: 2 }],
    ['-1Y', { unit: 'year', amount: -1 }],
    ['0D', { unit: 'day', amount: 0 }],
    ['-0D', { unit: 'day', amount: 0 }],
  ])('%s is read', (raw, expected) => {
    expect(parseRelativeDate(raw)).toEqual(expected);
  });

  test.each(['', 'D', '1', '1d', '1.5M', '--1D', '1 D', ' 1D', '1D\n', '1H', '12345D', '1DD'])(
    '%j is none',
    (raw) => {
      expect(parseRelativeDate(raw)).toBeNull();
    },
  );

  test('a month before 31 March 10:00 is 28 February 10:00', () => {
    const from = at('2026-03-31T10:00:00Z');
    expect(applyRelativeDate({ unit: 'month', amount: -1 }, from, utc)).toBe(
      at('2026-02-28T10:00:00Z'),
    );
  });

  test('ten days earlier is ten civil days, over a DST day too', () => {
    const from = at('2026-04-01T12:00:00+02:00');
    expect(applyRelativeDate({ unit: 'day', amount: -10 }, from, stockholm)).toBe(
      at('2026-03-22T12:00:00+01:00'),
    );
  });

  test('no days later is the same instant', () => {
    const from = at('2026-04-01T12:00:00.123Z');
    expect(applyRelativeDate({ unit: 'day', amount: 0 }, from, stockholm)).toBe(from);
  });
});

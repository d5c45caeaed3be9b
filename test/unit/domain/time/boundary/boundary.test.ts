import { describe, expect, test } from '@jest/globals';
import { anchorOf } from '../../../../../src/domain/time/anchor.js';
import {
  boundaryAt,
  countsMonths,
  estimateIndex,
} from '../../../../../src/domain/time/boundary.js';
import { formatInstant } from '../../../../../src/domain/time/instant-text.js';
import type { TimeZone } from '../../../../../src/domain/time/instant.js';
import type { Interval } from '../../../../../src/domain/time/interval.js';
import { at, stockholm, utc, zone } from '../../../../support/domain/at.js';

type Line = { start: string; interval: Interval; zone?: TimeZone; billingDay?: number };
const month: Interval = { unit: 'month', length: 1 };
const year: Interval = { unit: 'year', length: 1 };

const cadenceOf = ({ start, interval, zone: zoned = stockholm, billingDay }: Line) => {
  const anchor = anchorOf(at(start), zoned);
  const aim = billingDay ?? anchor.billingDay;
  return { anchor: { ...anchor, billingDay: aim }, interval, zone: zoned };
};
const ends = (line: Line, periods: readonly number[]) =>
  periods.map((n) => formatInstant(boundaryAt(cadenceOf(line), n), line.zone ?? stockholm));

describe('a boundary', () => {
  test('after 31 January is 28 February, 31 March, 30 April', () => {
    expect(ends({ start: '2026-01-31T10:00:00+01:00', interval: month }, [0, 1, 2, 3])).toEqual([
      '2026-01-31T10:00:00+01:00',
      '2026-02-28T10:00:00+01:00',
      '2026-03-31T10:00:00+02:00',
      '2026-04-30T10:00:00+02:00',
    ]);
  });

  test('after 31 January of a leap year is 29 February', () => {
    expect(ends({ start: '2024-01-31T00:00:00Z', interval: month, zone: utc }, [1, 2])).toEqual([
      '2024-02-29T00:00:00+00:00',
      '2024-03-31T00:00:00+00:00',
    ]);
  });

  test('of a year from 29 February is 28 February three times, then 29 February', () => {
    const line = { start: '2024-02-29T00:00:00Z', interval: year, zone: utc };
    expect(ends(line, [1, 2, 3, 4]).map((it) => it.slice(0, 10))).toEqual([
      '2025-02-28',
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
    ]);
  });

  test('before the anchor counts backwards by the same rule', () => {
    const line = { start: '2026-01-31T00:00:00Z', interval: month, zone: utc };
    expect(ends(line, [-1, -2, -11]).map((it) => it.slice(0, 10))).toEqual([
      '2025-12-31',
      '2025-11-30',
      '2025-02-28',
    ]);
  });

  test('aims at the billing day where the anchor was clamped', () => {
    const line = { start: '2026-02-28T00:00:00Z', interval: month, zone: utc, billingDay: 31 };
    expect(ends(line, [0, 1, 2]).map((it) => it.slice(0, 10))).toEqual([
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
    ]);
  });

  test('of quarters is never counted quarter upon quarter', () => {
    const line = { start: '2025-11-30T00:00:00Z', interval: { ...month, length: 3 }, zone: utc };
    expect(ends(line, [1, 2, 5]).map((it) => it.slice(0, 10))).toEqual([
      '2026-02-28',
      '2026-05-30',
      '2027-02-28',
    ]);
  });

  test('of days keeps the time on the wall over both DST days', () => {
    const day: Interval = { unit: 'day', length: 1 };
    expect(ends({ start: '2026-03-28T12:00:00+01:00', interval: day }, [1, 2])).toEqual([
      '2026-03-29T12:00:00+02:00',
      '2026-03-30T12:00:00+02:00',
    ]);
    expect(ends({ start: '2026-10-24T12:00:00+02:00', interval: day }, [1, 2])).toEqual([
      '2026-10-25T12:00:00+01:00',
      '2026-10-26T12:00:00+01:00',
    ]);
  });

  test('at a time that DST skips is an hour later, on that day only', () => {
    const day: Interval = { unit: 'day', length: 1 };
    expect(ends({ start: '2026-03-28T02:30:00+01:00', interval: day }, [1, 2])).toEqual([
      '2026-03-29T03:30:00+02:00',
      '2026-03-30T02:30:00+02:00',
    ]);
  });

  test('at a time that DST repeats is the first of the two', () => {
    const day: Interval = { unit: 'day', length: 1 };
    expect(ends({ start: '2026-10-24T02:30:00+02:00', interval: day }, [1])).toEqual([
      '2026-10-25T02:30:00+02:00',
    ]);
  });

  test('of weeks counts seven civil days each', () => {
    const line = {
      start: '2026-03-27T00:00:00+01:00',
      interval: { unit: 'week', length: 2 },
    } as const;
    expect(ends(line, [1])).toEqual(['2026-04-10T00:00:00+02:00']);
  });

  test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago'])('falls on the civil day in %s', (name) => {
    const zoned = zone(name);
    const start = formatInstant(at('2026-01-31T11:00:00Z'), zoned);
    const line = { start, interval: month, zone: zoned };
    const day = name === 'Pacific/Kiritimati' ? ['02-01', '03-01'] : ['01-31', '02-28'];
    expect(ends(line, [0, 1]).map((it) => it.slice(5, 10))).toEqual(day);
  });

  test('needs an interval of at least one whole unit', () => {
    const line = { start: '2026-01-31T00:00:00Z', interval: month, zone: utc };
    for (const length of [0, -1, 1.5]) {
      const interval = { ...month, length };
      expect(() => boundaryAt({ ...cadenceOf(line), interval }, 1)).toThrow(RangeError);
    }
  });

  test('beyond the year 9999 is refused', () => {
    const line = { start: '2026-01-31T00:00:00Z', interval: year, zone: utc };
    expect(() => boundaryAt(cadenceOf(line), 7974)).toThrow(RangeError);
  });
});

describe('the estimated index', () => {
  test('is right to within one period', () => {
    const cadence = cadenceOf({ start: '2026-01-31T00:00:00Z', interval: month, zone: utc });
    expect(estimateIndex(cadence, at('2026-03-01T00:00:00Z'))).toBe(2);
    expect(estimateIndex(cadence, at('2025-12-31T00:00:00Z'))).toBe(-1);
  });
});

describe('an interval', () => {
  test('counts months where it is of months or years', () => {
    const units = ['day', 'week', 'month', 'year'] as const;
    expect(units.map((unit) => countsMonths({ unit, length: 1 }))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});

import { describe, expect, test } from '@jest/globals';
import {
  civilTimeOf,
  dateOf,
  dayOf,
  instantOfCivilTime,
  parseDay,
} from '../../../../src/domain/time/civil-time.js';
import { at, stockholm, zone } from '../../../support/domain/at.js';

const onWall = (iso: string, zoneName: string) => {
  const { day, timeOfDayMs } = civilTimeOf(at(iso), zone(zoneName));
  return [dateOf(day).toString(), timeOfDayMs / 3_600_000];
};

describe('civil time', () => {
  test('day 31 is 1970-02-01', () => {
    expect(dateOf(31).toString()).toBe('1970-02-01');
    expect(dayOf(dateOf(31))).toBe(31);
    expect(dayOf(dateOf(-719_528))).toBe(-719_528);
  });

  test('23:30Z on 31 January is 1 February 00:30 in Stockholm', () => {
    expect(onWall('2026-01-31T23:30:00Z', 'Europe/Stockholm')).toEqual(['2026-02-01', 0.5]);
  });

  test('one instant is three different days around the world', () => {
    expect(onWall('2026-06-15T10:30:00Z', 'Pacific/Kiritimati')).toEqual(['2026-06-16', 0.5]);
    expect(onWall('2026-06-15T10:30:00Z', 'Pacific/Pago_Pago')).toEqual(['2026-06-14', 23.5]);
    expect(onWall('2026-06-15T10:30:00Z', 'UTC')).toEqual(['2026-06-15', 10.5]);
  });

  test.each([
    ['a time that DST skips', '2026-03-29', 2.5, '2026-03-29T03:30:00+02:00'],
    ['a time that DST repeats', '2026-10-25', 2.5, '2026-10-25T02:30:00+02:00'],
    ['a time on a plain day', '2026-06-10', 2.5, '2026-06-10T02:30:00+02:00'],
    ['midnight before DST', '2026-03-29', 0, '2026-03-29T00:00:00+01:00'],
  ])('%s is read as compatible', (...[, date, hour, expected]) => {
    const day = Math.round(at(`${date}T00:00:00Z`) / 86_400_000);
    const civil = { day, timeOfDayMs: hour * 3_600_000 };
    expect(instantOfCivilTime(civil, stockholm)).toBe(at(expected));
  });

  test.each([
    [
      'in Auckland, where it begins on the UTC day before',
      'Pacific/Auckland',
      '2026-09-27T02:30',
      '2026-09-27T03:30:00+13:00',
    ],
    [
      'in Nuuk, where it began on the UTC day after',
      'America/Nuuk',
      '2022-03-26T23:30',
      '2022-03-26T23:30:00-02:00',
    ],
  ])('DST is known %s', (...[, name, wall, expected]) => {
    const shown = at(`${wall}:00Z`);
    const day = Math.floor(shown / 86_400_000);
    const civil = { day, timeOfDayMs: shown - day * 86_400_000 };
    expect(instantOfCivilTime(civil, zone(name))).toBe(at(expected));
  });

  test('a whole day that a zone left out is read a day later', () => {
    const day = at('2011-12-30T00:00:00Z') / 86_400_000;
    const civil = { day, timeOfDayMs: 36_000_000 };
    expect(instantOfCivilTime(civil, zone('Pacific/Apia'))).toBe(at('2011-12-31T10:00:00+14:00'));
  });
});

test('A day is read as it is written, and only where there is such a day', () => {
  expect(parseDay('1970-02-01')).toBe(31);
  for (const none of ['', '2027-02-30', '2027-2-1', '2027-13-01', '2027-02-01T00:00', 'today']) {
    expect([none, parseDay(none)]).toEqual([none, null]);
  }
});

import { describe, expect, test } from '@jest/globals';
import { remainingShare } from '../../../../src/domain/billing/remaining-share.js';
import type { TimeZone } from '../../../../src/domain/time/instant.js';
import { at, stockholm, utc, zone } from '../../../support/domain/at.js';

const stretchOf = (from: string, to: string) => ({ from: at(from), to: at(to) });
const byDay = (timeZone: TimeZone) => ({ timeZone, prorationGrain: 'day' }) as const;
const bySecond = (timeZone: TimeZone) => ({ timeZone, prorationGrain: 'second' }) as const;
const april = stretchOf('2027-04-01T00:00:00+02:00', '2027-05-01T00:00:00+02:00');
const hourMs = 3_600_000;

describe('By day', () => {
  test.each([
    ['1 April – 1 May, on 16 April 00:00', '2027-04-16T00:00:00+02:00', 15],
    ['1 April – 1 May, on 16 April 23:59', '2027-04-16T23:59:59.999+02:00', 15],
    ['1 April – 1 May, on 15 April 23:59', '2027-04-15T23:59:59.999+02:00', 16],
    ['1 April – 1 May, in its last millisecond', '2027-04-30T23:59:59.999+02:00', 1],
  ])('the day of a change is left over: %s', (_, now, parts) => {
    const share = remainingShare(april, at(now), byDay(stockholm));
    expect(share).toEqual({ parts, whole: 30, unit: 'day' });
  });

  test.each([
    ['1–31 March, on 12 March: 20 of 31', '2027-03-01', '2027-04-01', '2027-03-12', 20, 31],
    ['1 Feb – 1 Mar 2025, on 26 Feb: 3 of 28', '2025-02-01', '2025-03-01', '2025-02-26', 3, 28],
    ['May, on 18 May: 14 of 31', '2027-05-01', '2027-06-01', '2027-05-18', 14, 31],
    ['16 Apr 2027 – 16 Apr 2028: 366', '2027-04-16', '2028-04-16', '2027-04-16', 366, 366],
  ])('%s days are left', (...[, from, to, day, parts, whole]) => {
    const stretch = stretchOf(`${from}T00:00:00Z`, `${to}T00:00:00Z`);
    const share = remainingShare(stretch, at(`${day}T00:00:00Z`), byDay(utc));
    expect(share).toEqual({ parts, whole, unit: 'day' });
  });

  test('a day that summer time makes an hour short is a day', () => {
    const march = stretchOf('2027-03-01T00:00:00+01:00', '2027-04-01T00:00:00+02:00');
    const now = at('2027-03-28T12:00:00+02:00');
    expect(remainingShare(march, now, byDay(stockholm))).toMatchObject({ parts: 4, whole: 31 });
  });

  test.each([
    ['Pacific/Kiritimati', 17],
    ['UTC', 16],
    ['Pacific/Pago_Pago', 17],
  ])('it is the day in the zone of the organisation, %s', (name, parts) => {
    const there = byDay(zone(name));
    const month = stretchOf('2027-04-01T12:00:00Z', '2027-05-01T12:00:00Z');
    const now = at('2027-04-15T09:30:00Z');
    expect(remainingShare(month, now, there)).toEqual({ parts, whole: 30, unit: 'day' });
  });

  test('what has no day in it is counted in milliseconds: 6 of 12 hours', () => {
    const morning = stretchOf('2027-04-16T00:00:00+02:00', '2027-04-16T12:00:00+02:00');
    const now = at('2027-04-16T06:00:00+02:00');
    expect(remainingShare(morning, now, byDay(stockholm))).toEqual({
      ...{ parts: 6 * hourMs, whole: 12 * hourMs, unit: 'millisecond' },
    });
  });
});

describe('By second', () => {
  test('half a period is left half way, in milliseconds', () => {
    const share = remainingShare(april, at('2027-04-16T00:00:00+02:00'), bySecond(stockholm));
    expect(share).toEqual({ parts: 360 * hourMs, whole: 720 * hourMs, unit: 'millisecond' });
  });

  test('2,505,600 of 2,592,000 seconds are left after a day of 30', () => {
    const share = remainingShare(april, at('2027-04-02T00:00:00+02:00'), bySecond(stockholm));
    expect(share).toMatchObject({ parts: 2_505_600_000, whole: 2_592_000_000 });
  });

  test('no zone counts', () => {
    const now = at('2027-04-15T22:17:05.123Z');
    const shares = [utc, stockholm, zone('Pacific/Kiritimati')].map((it) =>
      remainingShare(april, now, bySecond(it)),
    );
    expect(shares[1]).toEqual(shares[0]);
    expect(shares[2]).toEqual(shares[0]);
  });
});

describe.each([byDay(stockholm), bySecond(stockholm)])('%j', (counted) => {
  test('all of a stretch is left at its beginning and before', () => {
    for (const now of ['2027-03-01T00:00:00Z', '2027-04-01T00:00:00+02:00']) {
      const { parts, whole } = remainingShare(april, at(now), counted);
      expect(parts).toBe(whole);
    }
  });

  test('nothing of it is left at its end and after', () => {
    for (const now of ['2027-05-01T00:00:00+02:00', '2028-01-01T00:00:00Z']) {
      expect(remainingShare(april, at(now), counted).parts).toBe(0);
    }
  });

  test('of no time at all nothing is left, of a whole above 0', () => {
    const none = { from: april.from, to: april.from };
    const { parts, whole } = remainingShare(none, april.from, counted);
    expect([parts, whole]).toEqual([0, 1]);
  });
});

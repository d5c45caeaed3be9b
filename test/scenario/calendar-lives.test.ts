import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import { formatInstant } from '../../src/domain/time/instant-text.js';
import { beginLife } from '../support/life.js';
import { makePackage } from '../support/organisation.js';
import { openTestStores, type TestStores } from '../support/stores.js';

/** Ends of the periods that follow, as the zone's wall shows them. Written out by hand from a calendar. */
type CalendarLife = {
  readonly name: string;
  readonly timeZone: string;
  readonly interval: { readonly unit: 'day' | 'week' | 'month' | 'year'; readonly length: number };
  readonly validFrom: string;
  readonly ends: readonly string[];
};

const monthly = { unit: 'month', length: 1 } as const;

const lives: readonly CalendarLife[] = [
  {
    name: '24 months from 31 January: the day is clamped, never lost, and both DST days pass',
    timeZone: 'Europe/Stockholm',
    interval: monthly,
    validFrom: '2026-01-31T02:30:00+01:00',
    ends: [
      '2026-02-28T02:30:00+01:00',
      '2026-03-31T02:30:00+02:00',
      '2026-04-30T02:30:00+02:00',
      '2026-05-31T02:30:00+02:00',
      '2026-06-30T02:30:00+02:00',
      '2026-07-31T02:30:00+02:00',
      '2026-08-31T02:30:00+02:00',
      '2026-09-30T02:30:00+02:00',
      '2026-10-31T02:30:00+01:00',
      '2026-11-30T02:30:00+01:00',
      '2026-12-31T02:30:00+01:00',
      '2027-01-31T02:30:00+01:00',
      '2027-02-28T02:30:00+01:00',
      '2027-03-31T02:30:00+02:00',
      '2027-04-30T02:30:00+02:00',
      '2027-05-31T02:30:00+02:00',
      '2027-06-30T02:30:00+02:00',
      '2027-07-31T02:30:00+02:00',
      '2027-08-31T02:30:00+02:00',
      '2027-09-30T02:30:00+02:00',
      // The last Sunday of October: 02:30 comes twice, and the first is meant.
      '2027-10-31T02:30:00+02:00',
      '2027-11-30T02:30:00+01:00',
      '2027-12-31T02:30:00+01:00',
      '2028-01-31T02:30:00+01:00',
      '2028-02-29T02:30:00+01:00',
    ],
  },
  {
    name: 'a year from 29 February is 28 February but in leap years',
    timeZone: 'Europe/Stockholm',
    interval: { unit: 'year', length: 1 },
    validFrom: '2024-02-29T00:00:00+01:00',
    ends: [
      '2025-02-28T00:00:00+01:00',
      '2026-02-28T00:00:00+01:00',
      '2027-02-28T00:00:00+01:00',
      '2028-02-29T00:00:00+01:00',
    ],
  },
  {
    name: 'a boundary in the hour that spring skips is shown an hour later that day only',
    timeZone: 'Europe/Stockholm',
    interval: { unit: 'day', length: 1 },
    validFrom: '2026-03-28T02:30:00+01:00',
    ends: ['2026-03-29T03:30:00+02:00', '2026-03-30T02:30:00+02:00', '2026-03-31T02:30:00+02:00'],
  },
  {
    name: 'a boundary in the hour that autumn repeats is the first of the two',
    timeZone: 'Europe/Stockholm',
    interval: { unit: 'day', length: 1 },
    validFrom: '2026-10-24T02:30:00+02:00',
    ends: ['2026-10-25T02:30:00+02:00', '2026-10-26T02:30:00+01:00', '2026-10-27T02:30:00+01:00'],
  },
  {
    name: 'at UTC+14 the month ends by the local calendar, a day before UTC says so',
    timeZone: 'Pacific/Kiritimati',
    interval: monthly,
    validFrom: '2026-01-31T00:00:00+14:00',
    ends: ['2026-02-28T00:00:00+14:00', '2026-03-31T00:00:00+14:00', '2026-04-30T00:00:00+14:00'],
  },
  {
    name: 'at UTC-11 the month ends by the local calendar, a day after UTC says so',
    timeZone: 'Pacific/Pago_Pago',
    interval: monthly,
    validFrom: '2026-01-31T23:00:00-11:00',
    ends: ['2026-02-28T23:00:00-11:00', '2026-03-31T23:00:00-11:00', '2026-04-30T23:00:00-11:00'],
  },
  {
    name: 'weeks count civil days over both DST days',
    timeZone: 'Europe/Stockholm',
    interval: { unit: 'week', length: 2 },
    validFrom: '2026-03-16T12:00:00+01:00',
    ends: ['2026-03-30T12:00:00+02:00', '2026-04-13T12:00:00+02:00'],
  },
];

describe('A recurring subscription lives by the calendar', () => {
  let database: TestStores;
  let stores: ChangeStores;
  beforeAll(async () => {
    database = await openTestStores();
    stores = database.stores;
  });
  afterAll(() => database.close());

  const begin = async ({ timeZone, interval, validFrom, ends }: CalendarLife) =>
    beginLife(stores, {
      code: 'only',
      packages: [makePackage('only', { price: 10_000, periods: [{ interval }] })],
      timeZone,
      validFrom,
      validTo: ends[0] ?? validFrom,
    });

  test.each(lives)('$name', async (told) => {
    const life = await begin(told);
    for (const [index, end] of told.ends.entries()) {
      const zone = life.seeded.organisation.timeZone;
      const { validTo } = await life.current();
      expect(validTo === null ? 'open' : formatInstant(validTo, zone)).toBe(end);
      if (index === told.ends.length - 1) break;
      expect(await life.moveTo(end)).toBe(1);
      expect(await life.news()).toEqual([`user_product_renewed @ ${end}`]);
    }
    expect(await life.broken()).toEqual([]);
  });

  test('years of outage are caught up one period at a time, in order, in one call', async () => {
    const [told] = lives;
    if (told === undefined) throw new Error('no life');
    const life = await begin(told);
    const passed = told.ends.slice(0, -1);
    expect(await life.moveTo(passed.at(-1) ?? '')).toBe(passed.length);
    expect(await life.news()).toEqual(passed.map((end) => `user_product_renewed @ ${end}`));
    expect(await life.broken()).toEqual([]);
  });
});

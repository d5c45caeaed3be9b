import fc from 'fast-check';
import type { Rank } from '../../../src/domain/catalogue/package.js';
import { anchorOf } from '../../../src/domain/time/anchor.js';
import type { Cadence } from '../../../src/domain/time/boundary.js';
import { toInstant, type Instant, type TimeZone } from '../../../src/domain/time/instant.js';
import type { Interval } from '../../../src/domain/time/interval.js';
import { zone } from './at.js';

/** Both ends of the world, half-hour DST, DST at midnight, a day left out, offsets of quarter hours. */
const zoneNames = [
  'UTC',
  'Europe/Stockholm',
  'America/New_York',
  'America/Sao_Paulo',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
];

export const anyZone: fc.Arbitrary<TimeZone> = fc.constantFrom(...zoneNames).map(zone);

/** 1970 to 2100: with DST in many forms, and the days that Apia and Kiritimati left out. */
export const anyInstant: fc.Arbitrary<Instant> = fc
  .integer({ min: 0, max: Date.UTC(2100, 0, 1) })
  .map(toInstant);

export const anyInterval: fc.Arbitrary<Interval> = fc.oneof(
  fc.record({ unit: fc.constant('day' as const), length: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ unit: fc.constant('week' as const), length: fc.integer({ min: 1, max: 8 }) }),
  fc.record({ unit: fc.constant('month' as const), length: fc.integer({ min: 1, max: 24 }) }),
  fc.record({ unit: fc.constant('year' as const), length: fc.integer({ min: 1, max: 4 }) }),
);

/** An anchor at its own civil day, or aiming at a later one, as a successor's may. */
export const anyCadence: fc.Arbitrary<Cadence> = fc
  .record({
    start: anyInstant,
    interval: anyInterval,
    zone: anyZone,
    aim: fc.integer({ min: 1, max: 31 }),
  })
  .map((it) => {
    const own = anchorOf(it.start, it.zone);
    const anchor = { ...own, billingDay: Math.max(own.billingDay, it.aim) };
    return { anchor, interval: it.interval, zone: it.zone };
  });

export const anyRank: fc.Arbitrary<Rank> = fc.oneof(
  fc.constant('unranked' as const),
  fc.integer({ min: 1, max: 999 }),
  fc.integer({ min: 1, max: 3 }),
);

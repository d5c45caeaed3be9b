import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { anchorOf } from '../../../src/domain/time/anchor.js';
import { boundaryAt } from '../../../src/domain/time/boundary.js';
import { currentPeriod, effectiveAnchor, periodAround } from '../../../src/domain/time/period.js';
import { formatInstant, parseInstant } from '../../../src/domain/time/instant-text.js';
import { anyCadence, anyInstant, anyZone } from '../../support/domain/arbitraries.js';
import { fixedSeed } from '../../support/domain/fixed-seed.js';

const anyIndex = fc.integer({ min: -40, max: 40 });

describe('time (docs/spec/change-rules.md §6)', () => {
  test('law 6: period k ends where k + 1 starts, and every end is later than its start', () => {
    fc.assert(
      fc.property(anyCadence, anyInstant, (cadence, instant) => {
        let period = periodAround(cadence, instant);
        expect(period.startAt).toBeLessThanOrEqual(instant);
        expect(period.endAt).toBeGreaterThan(instant);
        for (let count = 0; count < 5; count += 1) {
          const next = periodAround(cadence, period.endAt);
          expect(next.startAt).toBe(period.endAt);
          expect(next.endAt).toBeGreaterThan(next.startAt);
          period = next;
        }
      }),
      fixedSeed,
    );
  });

  test('law 6: boundaries never go back, and meet only where a zone left a whole day out', () => {
    fc.assert(
      fc.property(anyCadence, anyIndex, (cadence, n) => {
        const [before, after] = [boundaryAt(cadence, n), boundaryAt(cadence, n + 1)];
        const leavesDaysOut = ['Pacific/Apia', 'Pacific/Kiritimati'].includes(cadence.zone);
        if (leavesDaysOut) expect(after).toBeGreaterThanOrEqual(before);
        else expect(after).toBeGreaterThan(before);
      }),
      { ...fixedSeed, numRuns: 600 },
    );
  });

  test('a boundary is what Temporal says of anchor + n × interval, aimed at the billing day', () => {
    fc.assert(
      fc.property(anyCadence, anyIndex, (cadence, n) => {
        const { anchor, interval, zone } = cadence;
        const start = Temporal.Instant.fromEpochMilliseconds(anchor.at).toZonedDateTimeISO(zone);
        const length = { [`${interval.unit}s`]: interval.length * n };
        const wall = start.toPlainDateTime();
        const months = interval.unit === 'month' || interval.unit === 'year';
        const end = months
          ? wall.with({ day: 1 }).add(length).with({ day: anchor.billingDay })
          : wall.add(length);
        expect(boundaryAt(cadence, n)).toBe(end.toZonedDateTime(zone).epochMilliseconds);
      }),
      { ...fixedSeed, numRuns: 600 },
    );
  });

  test('a boundary keeps the anchor, and the period that ends there is the one before it', () => {
    fc.assert(
      fc.property(anyCadence, anyIndex, (cadence, n) => {
        const validTo = boundaryAt(cadence, n);
        expect(effectiveAnchor({ ...cadence, validTo })).toBe(cadence.anchor);
        const period = currentPeriod({ ...cadence, validTo });
        expect(period.endAt).toBe(validTo);
        expect(period.startAt).toBeLessThan(validTo);
        expect(periodAround(cadence, period.startAt).endAt).toBe(validTo);
      }),
      fixedSeed,
    );
  });

  test('an end that is no boundary becomes one: nothing then moves it again', () => {
    fc.assert(
      fc.property(anyCadence, anyInstant, (cadence, validTo) => {
        const anchor = effectiveAnchor({ ...cadence, validTo });
        expect(effectiveAnchor({ ...cadence, anchor, validTo })).toBe(anchor);
        expect(periodAround({ ...cadence, anchor }, validTo).startAt).toBe(validTo);
        if (anchor !== cadence.anchor) expect(anchor).toEqual(anchorOf(validTo, cadence.zone));
      }),
      fixedSeed,
    );
  });

  test('writing an instant in any zone and reading it gives that instant', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (instant, zone) => {
        expect(parseInstant(formatInstant(instant, zone))).toBe(instant);
      }),
      fixedSeed,
    );
  });
});

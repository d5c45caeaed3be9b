import { describe, expect, test } from '@jest/globals';
import { anchorOf } from '../../../../../src/domain/time/anchor.js';
import { periodAround } from '../../../../../src/domain/time/period.js';
import { at, utc, zone } from '../../../../support/domain/at.js';

const monthly = {
  anchor: anchorOf(at('2026-01-31T00:00:00Z'), utc),
  interval: { unit: 'month', length: 1 },
  zone: utc,
} as const;

describe('the period around an instant', () => {
  test('of 1 March, counted from 31 January, is 28 February to 31 March', () => {
    expect(periodAround(monthly, at('2026-03-01T00:00:00Z'))).toEqual({
      startAt: at('2026-02-28T00:00:00Z'),
      endAt: at('2026-03-31T00:00:00Z'),
      index: 1,
    });
  });

  test('is half-open: at a boundary the next one has begun, a millisecond before it has not', () => {
    const boundary = at('2026-02-28T00:00:00Z');
    expect(periodAround(monthly, boundary).index).toBe(1);
    expect(periodAround(monthly, at('2026-02-27T23:59:59.999Z')).index).toBe(0);
  });

  test('is found before the anchor too', () => {
    expect(periodAround(monthly, at('2025-12-15T00:00:00Z'))).toEqual({
      startAt: at('2025-11-30T00:00:00Z'),
      endAt: at('2025-12-31T00:00:00Z'),
      index: -2,
    });
  });

  test('is found where the billing day is aimed later than the anchor', () => {
    const anchor = { at: at('2026-01-15T00:00:00Z'), billingDay: 20 };
    const period = periodAround({ ...monthly, anchor }, at('2026-01-16T00:00:00Z'));
    expect(period).toEqual({
      startAt: at('2025-12-20T00:00:00Z'),
      endAt: at('2026-01-20T00:00:00Z'),
      index: -1,
    });
  });

  test('is never the empty one of a day that the zone left out', () => {
    const apia = zone('Pacific/Apia');
    const anchor = anchorOf(at('2011-12-28T10:00:00-10:00'), apia);
    const daily = { anchor, interval: { unit: 'day', length: 1 }, zone: apia } as const;
    const period = periodAround(daily, at('2011-12-31T10:00:00+14:00'));
    expect(period.startAt).toBe(at('2011-12-31T10:00:00+14:00'));
    expect(period.endAt).toBe(at('2012-01-01T10:00:00+14:00'));
  });

  test('has begun where the clock was set back over midnight', () => {
    const newfoundland = zone('America/St_Johns');
    const anchor = anchorOf(at('2006-10-20T00:00:30-02:30'), newfoundland);
    const daily = { anchor, interval: { unit: 'day', length: 1 }, zone: newfoundland } as const;
    // At 00:01 on 29 October the wall went back to 23:01 on the 28th.
    const period = periodAround(daily, at('2006-10-28T23:30:00-03:30'));
    expect(period).toEqual({
      startAt: at('2006-10-29T00:00:30-02:30'),
      endAt: at('2006-10-30T00:00:30-03:30'),
      index: 9,
    });
  });
});

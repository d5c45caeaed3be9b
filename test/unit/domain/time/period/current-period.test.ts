import { describe, expect, test } from '@jest/globals';
import { anchorOf } from '../../../../../src/domain/time/anchor.js';
import { currentPeriod } from '../../../../../src/domain/time/period.js';
import { at, stockholm, utc, zone } from '../../../../support/domain/at.js';

const month = { unit: 'month', length: 1 } as const;
const day = { unit: 'day', length: 1 } as const;

describe('the current period', () => {
  test('that ends on 28 February began on 31 January, not on 28 January', () => {
    const anchor = anchorOf(at('2026-01-31T00:00:00Z'), utc);
    const validTo = at('2026-02-28T00:00:00Z');
    expect(currentPeriod({ anchor, interval: month, zone: utc, validTo })).toEqual({
      startAt: at('2026-01-31T00:00:00Z'),
      endAt: validTo,
      index: 0,
    });
  });

  test('of an imported row whose valid_to is no boundary is one interval back from valid_to', () => {
    const anchor = anchorOf(at('2026-01-31T00:00:00Z'), utc);
    const validTo = at('2026-04-15T00:00:00Z');
    expect(currentPeriod({ anchor, interval: month, zone: utc, validTo })).toEqual({
      startAt: at('2026-03-15T00:00:00Z'),
      endAt: validTo,
      index: -1,
    });
  });

  test.each([
    ['2026-03-29T12:00:00+02:00', 23],
    ['2026-10-25T12:00:00+01:00', 25],
    ['2026-06-10T12:00:00+02:00', 24],
  ])('of a day that ends at %s lasts %d hours', (end, hours) => {
    const anchor = anchorOf(at('2026-01-01T12:00:00+01:00'), stockholm);
    const period = currentPeriod({ anchor, interval: day, zone: stockholm, validTo: at(end) });
    expect((period.endAt - period.startAt) / 3_600_000).toBe(hours);
  });

  test('is never empty, even after a day that the zone left out', () => {
    const apia = zone('Pacific/Apia');
    const anchor = anchorOf(at('2011-12-28T10:00:00-10:00'), apia);
    const validTo = at('2011-12-31T10:00:00+14:00');
    expect(currentPeriod({ anchor, interval: day, zone: apia, validTo }).startAt).toBe(
      at('2011-12-29T10:00:00-10:00'),
    );
  });
});

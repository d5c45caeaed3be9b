import { expect, test } from '@jest/globals';
import { toClockItem } from '../../../../src/http/payway/clock-item.js';
import { at, stockholm } from '../../../support/domain/at.js';

test('a clock says its instant with the organisation’s offset', () => {
  const now = at('2026-11-30T23:00:00Z');
  const printed = '2026-12-01T00:00:00+01:00';
  expect(toClockItem({ now, timeZone: stockholm })).toEqual({ now: printed });
  expect(toClockItem({ now, timeZone: stockholm, applied: 4 })).toEqual({
    now: printed,
    applied: 4,
  });
});

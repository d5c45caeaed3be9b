import { expect, test } from '@jest/globals';
import { toClockInstant } from '../../../../../src/http/payway/commands/clock-instant.js';

test('an instant with its offset is the same instant without one', () => {
  expect(toClockInstant({ now: '2026-12-01T00:00:00+01:00' })).toBe(Date.UTC(2026, 10, 30, 23));
  expect(toClockInstant({ now: '2026-02-30T00:00:00Z' })).toBeNull();
});

import { expect, test } from '@jest/globals';
import { testClockShape, toTestClockItem } from '../../../../src/http/payway/test-clock-shape.js';
import { at, stockholm } from '../../../support/domain/at.js';

const now = at('2026-07-01T00:00:00Z');

test.each([
  { given: {}, text: '{"now":"2026-07-01T02:00:00+02:00"}' },
  { given: { applied: 0 }, text: '{"now":"2026-07-01T02:00:00+02:00","applied":0}' },
])('a clock with $given is $text', ({ given, text }) => {
  const item = toTestClockItem({ now, timeZone: stockholm, ...given });
  expect(JSON.stringify(item)).toBe(text);
  expect(testClockShape.safeParse(item).error).toBeUndefined();
});

test('a clock says its instant with the organisation’s offset', () => {
  const midnight = at('2026-11-30T23:00:00Z');
  const printed = '2026-12-01T00:00:00+01:00';
  expect(toTestClockItem({ now: midnight, timeZone: stockholm })).toEqual({ now: printed });
  expect(toTestClockItem({ now: midnight, timeZone: stockholm, applied: 4 })).toEqual({
    now: printed,
    applied: 4,
  });
});

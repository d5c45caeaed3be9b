import { expect, test } from '@jest/globals';
import { ticksOf } from '../../../../../src/pages/console/subscription/timeline-ticks.js';
import { at, stockholm } from '../../../../support/domain/at.js';

const ticks = (from: string, to: string) =>
  ticksOf({ from: at(from), to: at(to) }, stockholm).map((it) => [it.unit, it.at]);

test('One month is marked where it begins and ends', () => {
  expect(ticks('2027-05-01T00:00:00+02:00', '2027-06-01T00:00:00+02:00')).toEqual([
    ['month', at('2027-05-01T00:00:00+02:00')],
    ['month', at('2027-06-01T00:00:00+02:00')],
  ]);
});

test('Half a year is marked every second month, each by its own offset', () => {
  expect(ticks('2027-01-10T00:00:00+01:00', '2027-06-20T00:00:00+02:00')).toEqual([
    ['month', at('2027-03-01T00:00:00+01:00')],
    ['month', at('2027-05-01T00:00:00+02:00')],
  ]);
});

test('Several years are marked by years', () => {
  expect(ticks('2025-04-01T00:00:00+02:00', '2028-05-01T00:00:00+02:00')).toEqual([
    ['year', at('2026-01-01T00:00:00+01:00')],
    ['year', at('2027-01-01T00:00:00+01:00')],
    ['year', at('2028-01-01T00:00:00+01:00')],
  ]);
});

test.each([1, 3, 10, 40, 100, 300, 700, 2_000, 9_000, 40_000])(
  'Of %i days at most four are marked',
  (days) => {
    const from = at('2027-01-01T00:00:00+01:00');
    const found = ticksOf({ from, to: from + days * 86_400_000 }, stockholm);
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThanOrEqual(4);
  },
);

import { describe, expect, test } from '@jest/globals';
import {
  isSameRate,
  nothingPaid,
  paidFor,
  paidUntil,
  paidWithin,
} from '../../../../src/domain/user-product/paid.js';
import { at } from '../../../support/domain/at.js';
import { money } from '../../../support/domain/build-package.js';

const from = at('2026-04-01T00:00:00Z');
const to = at('2026-05-01T00:00:00Z');
const dayMs = 86_400_000;

describe('what was paid', () => {
  test('buys its own stretch: 100.00 for April is 100.00 for 30 days', () => {
    expect(paidFor({ amount: money(10_000), from, to })).toEqual({
      amount: money(10_000),
      forMs: 30 * dayMs,
      from,
      to,
      creditedMinor: 0,
      document: null,
    });
  });

  test('may buy a part at the rate of the whole', () => {
    const half = at('2026-04-16T00:00:00Z');
    expect(paidFor({ amount: money(20_000), forMs: 30 * dayMs, from, to: half })).toMatchObject({
      amount: money(20_000),
      forMs: 30 * dayMs,
      to: half,
    });
  });

  test('is nothing where there is no end', () => {
    expect(nothingPaid({ amount: money(10_000), from })).toMatchObject({
      amount: money(0),
      from,
      to: from,
    });
  });

  test('goes on at its rate where only its end moves', () => {
    const paid = paidFor({ amount: money(10_000), from, to });
    const later = at('2026-05-11T00:00:00Z');
    expect(paidUntil(paid, later)).toEqual({ ...paid, to: later });
    expect(isSameRate(paid, paidUntil(paid, later))).toBe(true);
    expect(isSameRate(paid, { ...paid, forMs: 1 })).toBe(false);
    expect(isSameRate(paid, { ...paid, creditedMinor: 1 })).toBe(false);
  });

  test.each([
    ['later', '2026-06-01T00:00:00Z', '2026-07-01T00:00:00Z', '2026-06-01T00:00:00Z'],
    ['earlier', '2026-02-01T00:00:00Z', '2026-03-01T00:00:00Z', '2026-02-01T00:00:00Z'],
    [
      'much earlier, and longer',
      '2025-01-01T00:00:00Z',
      '2026-03-01T00:00:00Z',
      '2026-01-30T00:00:00Z',
    ],
    ['into its middle', '2026-04-11T00:00:00Z', '2026-05-01T00:00:00Z', '2026-04-11T00:00:00Z'],
    [
      'to begin earlier only',
      '2026-03-01T00:00:00Z',
      '2026-05-01T00:00:00Z',
      '2026-04-01T00:00:00Z',
    ],
  ])(
    'moved %s is never for a time before its subscription begins, nor longer',
    (...[, begin, end, first]) => {
      const paid = paidFor({ amount: money(10_000), from, to });
      const within = { from: at(begin), to: at(end) };
      expect(paidWithin(paid, within)).toEqual({ ...paid, from: at(first), to: within.to });
    },
  );
});

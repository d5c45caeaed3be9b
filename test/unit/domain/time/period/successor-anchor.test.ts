import { describe, expect, test } from '@jest/globals';
import type { IntervalUnit } from '../../../../../src/domain/time/interval.js';
import { successorAnchor } from '../../../../../src/domain/time/period.js';
import { at, utc } from '../../../../support/domain/at.js';

const boundary = at('2026-02-28T00:00:00Z');
const billingDayAfter = (from: IntervalUnit, to: IntervalUnit) =>
  successorAnchor({
    anchor: { at: at('2026-01-31T00:00:00Z'), billingDay: 31 },
    boundaryAt: boundary,
    from: { unit: from, length: 1 },
    to: { unit: to, length: 1 },
    zone: utc,
  });

describe('the anchor of a successor', () => {
  test.each([
    ['month', 'month', 31],
    ['month', 'year', 31],
    ['year', 'month', 31],
    ['month', 'week', 28],
    ['month', 'day', 28],
    ['week', 'month', 28],
    ['day', 'year', 28],
    ['week', 'week', 28],
  ] as const)('on 28 February, from %s to %s, aims at day %d', (from, to, billingDay) => {
    expect(billingDayAfter(from, to)).toEqual({ at: boundary, billingDay });
  });
});

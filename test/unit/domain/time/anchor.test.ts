import { describe, expect, test } from '@jest/globals';
import { anchorOf } from '../../../../src/domain/time/anchor.js';
import { at, stockholm, utc } from '../../../support/domain/at.js';

describe('an anchor', () => {
  test('aims at the civil day in the organisation’s zone: 30 January 23:30Z is the 31st in Stockholm', () => {
    const instant = at('2026-01-30T23:30:00Z');
    expect(anchorOf(instant, stockholm)).toEqual({ at: instant, billingDay: 31 });
    expect(anchorOf(instant, utc)).toEqual({ at: instant, billingDay: 30 });
  });
});

import { describe, expect, test } from '@jest/globals';
import { anchorOf } from '../../../../../src/domain/time/anchor.js';
import { nextBoundary } from '../../../../../src/domain/time/period.js';
import { at, utc } from '../../../../support/domain/at.js';

describe('the next boundary', () => {
  test('after 28 February, counted from 31 January, is 31 March', () => {
    const anchor = anchorOf(at('2026-01-31T00:00:00Z'), utc);
    const cadence = { anchor, interval: { unit: 'month', length: 1 }, zone: utc } as const;
    expect(nextBoundary(cadence, at('2026-02-28T00:00:00Z'))).toBe(at('2026-03-31T00:00:00Z'));
    expect(nextBoundary(cadence, at('2026-02-27T23:59:59.999Z'))).toBe(at('2026-02-28T00:00:00Z'));
  });
});

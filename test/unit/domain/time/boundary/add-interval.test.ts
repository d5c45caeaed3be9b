import { describe, expect, test } from '@jest/globals';
import { addInterval } from '../../../../../src/domain/time/boundary.js';
import { at, stockholm, utc } from '../../../../support/domain/at.js';

describe('one interval later', () => {
  test('than 31 January 10:00 by a month is 28 February 10:00', () => {
    const month = { unit: 'month', length: 1 } as const;
    expect(addInterval(at('2026-01-31T10:00:00Z'), month, utc)).toBe(at('2026-02-28T10:00:00Z'));
  });

  test('is as long as the calendar says: March in Stockholm is an hour short', () => {
    const month = { unit: 'month', length: 1 } as const;
    const start = at('2026-03-01T00:00:00+01:00');
    expect(addInterval(start, month, stockholm) - start).toBe((31 * 24 - 1) * 3_600_000);
  });
});

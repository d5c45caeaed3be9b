import { describe, expect, test } from '@jest/globals';
import { isTimeZone } from '../../../../../src/domain/time/time-zone.js';

describe('a time zone', () => {
  test.each(['Europe/Stockholm', 'UTC', 'Etc/GMT-14', 'America/Argentina/Buenos_Aires'])(
    '%s is one',
    (raw) => {
      expect(isTimeZone(raw)).toBe(true);
    },
  );

  test.each(['', 'Mars/Olympus', '+02:00', '2026-01-01T00:00Z', '2026-01-01T00:00[UTC]', 'UTC\n'])(
    '%j is none',
    (raw) => {
      expect(isTimeZone(raw)).toBe(false);
    },
  );
});

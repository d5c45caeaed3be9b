import { describe, expect, test } from '@jest/globals';
import { formatInstant } from '../../../../../src/domain/time/instant-text.js';
import { at, stockholm, utc, zone } from '../../../../support/domain/at.js';

describe('an instant written down', () => {
  test('1,482,311,528,000 in Stockholm is 2016-12-21T10:12:08+01:00', () => {
    expect(formatInstant(at('2016-12-21T09:12:08Z'), stockholm)).toBe('2016-12-21T10:12:08+01:00');
  });

  test('has milliseconds only when they are not zero, and then three digits', () => {
    expect(formatInstant(at('2016-12-21T09:12:08.5Z'), stockholm)).toBe(
      '2016-12-21T10:12:08.500+01:00',
    );
    expect(formatInstant(at('2016-12-21T09:12:00Z'), utc)).toBe('2016-12-21T09:12:00+00:00');
  });

  test.each([
    ['Pacific/Kiritimati', '2026-06-16T00:30:00+14:00'],
    ['Pacific/Pago_Pago', '2026-06-14T23:30:00-11:00'],
    ['Asia/Kathmandu', '2026-06-15T16:15:00+05:45'],
    ['America/St_Johns', '2026-06-15T08:00:00-02:30'],
  ])('carries the offset of %s', (name, expected) => {
    expect(formatInstant(at('2026-06-15T10:30:00Z'), zone(name))).toBe(expected);
  });

  test('before the epoch and in local mean time names the same instant', () => {
    expect(formatInstant(at('1960-01-01T00:00:00.25Z'), utc)).toBe('1960-01-01T00:00:00.250+00:00');
    expect(formatInstant(at('1800-01-01T00:00:00Z'), stockholm)).toBe(
      '1800-01-01T00:53:28+00:53:28',
    );
  });
});

import { describe, expect, test } from '@jest/globals';
import { offsetAt } from '../../../../../src/domain/time/time-zone.js';
import { at, stockholm, zone } from '../../../../support/domain/at.js';

describe('the offset of a zone', () => {
  test('is 7,200,000 ms in Stockholm in July and half of that in January', () => {
    expect(offsetAt(at('2026-07-01T00:00:00Z'), stockholm)).toBe(7_200_000);
    expect(offsetAt(at('2026-01-01T00:00:00Z'), stockholm)).toBe(3_600_000);
  });

  test.each([
    ['2026-03-29T00:59:59.999Z', 3_600_000],
    ['2026-03-29T01:00:00Z', 7_200_000],
    ['2026-10-25T00:59:59.999Z', 7_200_000],
    ['2026-10-25T01:00:00Z', 3_600_000],
  ])('changes to the millisecond on a DST day: %s', (iso, offset) => {
    expect(offsetAt(at(iso), stockholm)).toBe(offset);
  });

  test.each([
    ['Pacific/Kiritimati', 14],
    ['Pacific/Pago_Pago', -11],
    ['Asia/Kathmandu', 5.75],
  ])('is known at the ends of the world and between the hours: %s', (name, hours) => {
    expect(offsetAt(at('2026-05-05T12:00:00Z'), zone(name))).toBe(hours * 3_600_000);
  });

  test('of an unknown zone is refused', () => {
    expect(() => offsetAt(at('2026-05-05T12:00:00Z'), zone('Mars/Olympus'))).toThrow(RangeError);
  });
});

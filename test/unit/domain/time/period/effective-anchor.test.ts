import { describe, expect, test } from '@jest/globals';
import { anchorOf } from '../../../../../src/domain/time/anchor.js';
import { effectiveAnchor } from '../../../../../src/domain/time/period.js';
import { at, utc } from '../../../../support/domain/at.js';

const anchor = anchorOf(at('2026-01-31T00:00:00Z'), utc);
const dated = { anchor, interval: { unit: 'month', length: 1 }, zone: utc } as const;

describe('the effective anchor', () => {
  test.each(['2026-02-28', '2026-01-31', '2025-11-30', '2031-04-30'])(
    'is the one given where %s is a boundary of it',
    (date) => {
      expect(effectiveAnchor({ ...dated, validTo: at(`${date}T00:00:00Z`) })).toBe(anchor);
    },
  );

  test('is valid_to itself, on its own day, where 15 April is no boundary of 31 January', () => {
    const validTo = at('2026-04-15T00:00:00Z');
    expect(effectiveAnchor({ ...dated, validTo })).toEqual({ at: validTo, billingDay: 15 });
  });

  test('is valid_to where only the time of day differs', () => {
    const validTo = at('2026-02-28T00:00:00.001Z');
    expect(effectiveAnchor({ ...dated, validTo })).toEqual({ at: validTo, billingDay: 28 });
  });
});

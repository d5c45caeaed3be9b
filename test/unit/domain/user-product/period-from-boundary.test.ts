import { describe, expect, test } from '@jest/globals';
import { periodFromBoundary } from '../../../../src/domain/user-product/period-from-boundary.js';
import { at, stockholm, utc } from '../../../support/domain/at.js';
import { buildPackage } from '../../../support/domain/build-package.js';
import { buildUserProduct } from '../../../support/domain/build-user-product.js';

const boundary = at('2026-02-28T00:00:00Z');
const product = buildUserProduct(buildPackage({ number: 100 }), {
  validFrom: at('2026-01-31T00:00:00Z'),
  validTo: boundary,
});

describe('the period from a boundary', () => {
  test('31 January monthly, changed on 28 February to another month’s plan, ends on 31 March', () => {
    expect(periodFromBoundary(product, { unit: 'month', length: 1 }, utc)).toEqual({
      startAt: boundary,
      validTo: at('2026-03-31T00:00:00Z'),
      anchor: { at: boundary, billingDay: 31 },
    });
  });

  test('changed on 28 February to a week’s plan, ends on 7 March', () => {
    expect(periodFromBoundary(product, { unit: 'week', length: 1 }, utc)).toEqual({
      startAt: boundary,
      validTo: at('2026-03-07T00:00:00Z'),
      anchor: { at: boundary, billingDay: 28 },
    });
  });

  test('has the boundary’s time of day, also where DST moved that', () => {
    const moved = at('2026-03-29T03:30:00+02:00');
    const daily = buildUserProduct(buildPackage({ number: 100 }), {
      anchor: { at: at('2026-03-27T02:30:00+01:00'), billingDay: 27 },
      soldPeriod: { ...product.soldPeriod, interval: { unit: 'day', length: 1 } },
      validTo: moved,
    });
    const next = periodFromBoundary(daily, { unit: 'day', length: 1 }, stockholm);
    expect(next.validTo).toBe(at('2026-03-30T03:30:00+02:00'));
  });

  test('needs a boundary', () => {
    const endless = { ...product, validTo: null };
    expect(() => periodFromBoundary(endless, { unit: 'day', length: 1 }, utc)).toThrow(TypeError);
  });
});

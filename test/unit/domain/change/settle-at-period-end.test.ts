import { describe, expect, test } from '@jest/globals';
import { makeCatalogue } from '../../../../src/domain/catalogue/catalogue.js';
import { settleAtPeriodEnd } from '../../../../src/domain/change/settle-at-period-end.js';
import { paidFor } from '../../../../src/domain/user-product/paid.js';
import { at, utc } from '../../../support/domain/at.js';
import {
  buildPackage,
  buildPeriod,
  firstPeriod,
  money,
  sek,
} from '../../../support/domain/build-package.js';
import { buildUserProduct } from '../../../support/domain/build-user-product.js';

const basic = buildPackage({ number: 100 });
const lite = buildPackage({
  number: 200,
  periods: [buildPeriod({ number: 201, price: money(5_000) })],
});
const settle = (validTo: string | null, target = lite) =>
  settleAtPeriodEnd({
    product: buildUserProduct(basic, {
      validFrom: at('2026-01-31T00:00:00Z'),
      validTo: validTo === null ? null : at(validTo),
    }),
    target: { package: target, period: firstPeriod(target), quantity: 1, tierId: null },
    catalogue: makeCatalogue({ timeZone: utc, currency: sek, packages: [basic, target] }),
    now: at('2026-02-10T00:00:00Z'),
  });

describe('a change at the end of the period', () => {
  test('moves no value, and renews at the target’s price from the boundary on', () => {
    expect(settle('2026-02-28T00:00:00Z')).toEqual({
      timing: 'end_of_period',
      effectiveAt: at('2026-02-28T00:00:00Z'),
      next: {
        validTo: at('2026-03-31T00:00:00Z'),
        anchor: { at: at('2026-02-28T00:00:00Z'), billingDay: 31 },
        paid: paidFor({
          amount: money(5_000),
          from: at('2026-02-28T00:00:00Z'),
          to: at('2026-03-31T00:00:00Z'),
        }),
        renewedAtOnce: false,
      },
      amounts: {
        valueLeft: money(0),
        valueCarried: money(0),
        nextRenewal: money(5_000),
        settlement: null,
      },
      parts: null,
    });
  });

  test('to a limited period is followed by no renewal', () => {
    const limited = buildPackage({
      number: 300,
      periods: [buildPeriod({ number: 301, type: 'limited' })],
    });
    expect(settle('2026-02-28T00:00:00Z', limited).amounts.nextRenewal).toBeNull();
  });

  test('needs an end to wait for', () => {
    expect(() => settle(null)).toThrow(TypeError);
  });
});

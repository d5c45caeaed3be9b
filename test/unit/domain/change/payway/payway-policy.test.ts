import { describe, expect, test } from '@jest/globals';
import { paywayBilling } from '../../../../../src/domain/catalogue/billing-terms.js';
import { makeCatalogue } from '../../../../../src/domain/catalogue/catalogue.js';
import type { Package } from '../../../../../src/domain/catalogue/package.js';
import type { PaywayBehaviour } from '../../../../../src/domain/user-product/change.js';
import { decideChange } from '../../../../../src/domain/change/decide-change.js';
import { makePaywayPolicy } from '../../../../../src/domain/change/payway/payway-policy.js';
import { paidFor } from '../../../../../src/domain/user-product/paid.js';
import type { UserProduct } from '../../../../../src/domain/user-product/user-product.js';
import { at, utc } from '../../../../support/domain/at.js';
import {
  buildPackage,
  buildPeriod,
  firstPeriod,
  money,
  sek,
} from '../../../../support/domain/build-package.js';
import { buildUserProduct } from '../../../../support/domain/build-user-product.js';

const basic = buildPackage({ number: 100, rank: 10 });
const digital = buildPackage({
  number: 200,
  rank: 20,
  periods: [buildPeriod({ number: 201, price: money(20_000) })],
});
const lite = buildPackage({ number: 300, rank: 5 });

type Question = {
  readonly target: Package;
  readonly behaviour?: PaywayBehaviour;
  readonly product?: Partial<UserProduct>;
};
const decisionOf = ({ target, behaviour = 'default', product }: Question) => {
  const outcome = decideChange(
    {
      product: buildUserProduct(basic, product),
      target: { package: target, period: firstPeriod(target), quantity: 1, tierId: null },
      catalogue: makeCatalogue({ timeZone: utc, currency: sek, packages: [basic, digital, lite] }),
      now: at('2026-04-16T00:00:00Z'),
    },
    makePaywayPolicy({ behaviour, exportingIntegrations: new Set() }),
  );
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.decision;
};

describe('Payway’s policy', () => {
  test('old 100.00 a month, 1 April to 1 May, now 16 April, new 200.00: valid to 23 April 12:00', () => {
    const validTo = at('2026-04-23T12:00:00Z');
    expect(decisionOf({ target: digital })).toMatchObject({
      kind: 'upgrade',
      behaviour: 'default',
      rule: 'rank_higher',
      timing: 'immediately',
      effectiveAt: at('2026-04-16T00:00:00Z'),
      next: { validTo, anchor: { at: validTo, billingDay: 23 }, renewedAtOnce: false },
      amounts: {
        valueLeft: money(5_000),
        valueCarried: money(5_000),
        nextRenewal: money(20_000),
        settlement: null,
      },
    });
  });

  test('freezes the target as it is sold now', () => {
    expect(decisionOf({ target: lite }).target).toEqual({
      packageId: lite.id,
      packageCode: lite.code,
      period: {
        periodId: firstPeriod(lite).id,
        type: 'recurring',
        paymentMethod: 'invoice',
        interval: { unit: 'month', length: 1 },
        price: money(10_000),
        name: null,
        billing: paywayBilling,
      },
      quantity: 1,
      tierId: null,
    });
  });

  test('lets a downgrade wait for the end of the period', () => {
    expect(decisionOf({ target: lite })).toMatchObject({
      kind: 'downgrade',
      rule: 'rank_lower',
      timing: 'end_of_period',
      effectiveAt: at('2026-05-01T00:00:00Z'),
      next: { validTo: at('2026-06-01T00:00:00Z') },
    });
  });

  test('makes an explicit change of what would be an upgrade, and lets it wait', () => {
    expect(decisionOf({ target: digital, behaviour: 'explicit' })).toMatchObject({
      kind: 'change',
      behaviour: 'explicit',
      rule: 'explicit_change',
      timing: 'end_of_period',
      effectiveAt: at('2026-05-01T00:00:00Z'),
    });
  });

  test('renews at once what had nothing left: one month from now, anchored now', () => {
    const now = at('2026-04-16T00:00:00Z');
    expect(decisionOf({ target: digital, product: { validTo: now } }).next).toEqual({
      validTo: at('2026-05-16T00:00:00Z'),
      anchor: { at: now, billingDay: 16 },
      paid: paidFor({ amount: money(20_000), from: now, to: at('2026-05-16T00:00:00Z') }),
      renewedAtOnce: true,
    });
  });

  test('shows all requirements that an accepted change has passed', () => {
    const passed = decisionOf({ target: digital }).requirements;
    expect(passed).toHaveLength(16);
    expect(passed.every((it) => it.passed)).toBe(true);
    expect(decisionOf({ target: digital, behaviour: 'explicit' }).requirements).toHaveLength(11);
  });

  test('promises no renewal of what is limited', () => {
    const limited = buildPackage({
      number: 400,
      rank: 20,
      periods: [buildPeriod({ number: 401, type: 'limited' })],
    });
    const product = { subscriptionType: 'limited' } as const;
    expect(decisionOf({ target: limited, product }).amounts.nextRenewal).toBeNull();
  });
});

import { describe, expect, test } from '@jest/globals';
import { paywayBilling } from '../../../../../src/domain/catalogue/billing-terms.js';
import { makeCatalogue } from '../../../../../src/domain/catalogue/catalogue.js';
import type { Package } from '../../../../../src/domain/catalogue/package.js';
import type { Tier } from '../../../../../src/domain/catalogue/product-group.js';
import type { PaymentPeriodId, TierId } from '../../../../../src/domain/ids.js';
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
import { buildProductGroup, buildTier } from '../../../../support/domain/build-product-group.js';
import { buildUserProduct } from '../../../../support/domain/build-user-product.js';
import { idOf } from '../../../../support/domain/id-of.js';

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

const policy = makePaywayPolicy({ behaviour: 'default', exportingIntegrations: new Set() });
const row = {
  product: buildUserProduct(basic),
  catalogue: makeCatalogue({ timeZone: utc, currency: sek, packages: [basic, digital] }),
};
const noMonth = {
  ...row,
  product: buildUserProduct(basic, {
    soldPeriod: { ...row.product.soldPeriod, interval: { unit: 'month', length: 3 } },
  }),
};
const nameOf = (periodId: PaymentPeriodId | null, packageCode = digital.code) => ({
  packageCode,
  periodId,
});
const digitalTarget = { package: digital, period: firstPeriod(digital), quantity: 1, tierId: null };

describe('What a request of Payway’s names', () => {
  test.each([
    ['a period of the package', nameOf(firstPeriod(digital).id), digitalTarget],
    ['no period, so the month that is paid alike', nameOf(null), digitalTarget],
    ['a period of another package', nameOf(firstPeriod(basic).id), null],
    ['an unknown package', nameOf(null, 'nothing'), null],
  ])('may be %s', (_, named, target) => {
    const found = policy.find(named, row);
    expect(found).toEqual(target === null ? null : { found: true, target });
  });

  test('may be a package of which no period is taken unasked', () => {
    expect(policy.find(nameOf(null), noMonth)).toEqual({
      found: false,
      refusals: [
        {
          reason: 'payment_period_mismatch',
          facts: {
            source_payment_method: 'invoice',
            source_iteration_type: 'month',
            source_iteration_length: 3,
          },
        },
      ],
    });
    expect(policy.find(nameOf(firstPeriod(digital).id), noMonth)).toMatchObject({ found: true });
  });

  test('is had in the quantity of now, within what the period takes: of 3, 5 at the least', () => {
    const billing = { ...paywayBilling, chargeModel: 'per_unit', minQuantity: 5 } as const;
    const seats = buildPackage({ number: 500, periods: [buildPeriod({ number: 501, billing })] });
    const packages = [basic, digital, seats];
    const of = {
      product: buildUserProduct(basic, { quantity: 3 }),
      catalogue: makeCatalogue({ timeZone: utc, currency: sek, packages }),
    };
    expect(policy.find(nameOf(null, seats.code), of)).toMatchObject({ target: { quantity: 5 } });
    expect(policy.find(nameOf(null), of)).toMatchObject({ target: { quantity: 1 } });
  });

  test('is on the tier of the same group that has it, else on none', () => {
    const [from, to] = [buildTier({ number: 1 }), buildTier({ number: 2 })];
    const tiersOf = (...tiers: readonly Tier[]) => ({
      product: buildUserProduct(basic, { tierId: from.id }),
      catalogue: makeCatalogue({
        ...{ timeZone: utc, currency: sek, packages: [basic, digital] },
        groups: [buildProductGroup({ tiers })],
      }),
    });
    expect(policy.find(nameOf(null), tiersOf(from, to))).toMatchObject({
      target: { tierId: to.id },
    });
    expect(policy.find(nameOf(null), tiersOf(from))).toMatchObject({ target: { tierId: null } });
  });
});

describe('The target of a change', () => {
  const target = {
    ...{ packageCode: digital.code, periodId: firstPeriod(digital).id },
    ...{ quantity: 1, tierId: null, takesQuantity: false },
  };

  test.each([
    ['its package and period', nameOf(firstPeriod(digital).id), true],
    [
      'its period id in capitals',
      nameOf(firstPeriod(digital).id.toUpperCase() as PaymentPeriodId),
      true,
    ],
    ['no period, where its own is meant', nameOf(null), true],
    ['another package', nameOf(firstPeriod(digital).id, 'other'), false],
    ['its package in capitals', nameOf(null, digital.code.toUpperCase()), false],
    ['another period', nameOf(idOf(5)), false],
  ])('is named by %s: %s', (_, named, is) => {
    expect(policy.isNamed(named, target, row)).toBe(is);
  });

  test('is not named without a period where none, or another one, is meant', () => {
    expect(policy.isNamed(nameOf(null), target, noMonth)).toBe(false);
    const other = { ...target, periodId: idOf<PaymentPeriodId>(9) };
    expect(policy.isNamed(nameOf(null), other, row)).toBe(false);
    const gone = { ...row, catalogue: makeCatalogue({ ...row.catalogue, packages: [basic] }) };
    expect(policy.isNamed(nameOf(null), target, gone)).toBe(false);
  });

  test('is named by package and period alone, whatever its quantity and its tier', () => {
    const many = { ...target, quantity: 3, tierId: idOf<TierId>(8), takesQuantity: true };
    expect(policy.isNamed(nameOf(firstPeriod(digital).id), many, row)).toBe(true);
  });
});

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
    expect(passed).toHaveLength(18);
    expect(passed.every((it) => it.passed)).toBe(true);
    expect(decisionOf({ target: digital, behaviour: 'explicit' }).requirements).toHaveLength(12);
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

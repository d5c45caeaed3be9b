import { describe, expect, test } from '@jest/globals';
import { paywayBilling } from '../../../../../src/domain/catalogue/billing-terms.js';
import { soldPeriodOf } from '../../../../../src/domain/catalogue/sold-period.js';
import { makeCatalogue } from '../../../../../src/domain/catalogue/catalogue.js';
import type { Package, PaymentPeriod } from '../../../../../src/domain/catalogue/package.js';
import type { PaywayBehaviour } from '../../../../../src/domain/user-product/change.js';
import { decideChange } from '../../../../../src/domain/change/decide-change.js';
import { makePaywayPolicy } from '../../../../../src/domain/change/payway/payway-policy.js';
import { paywayRequirements } from '../../../../../src/domain/change/payway/payway-requirements.js';
import type { PaywayRefusalReason } from '../../../../../src/domain/change/payway/payway-refusal.js';
import type { UserProduct } from '../../../../../src/domain/user-product/user-product.js';
import { at, utc } from '../../../../support/domain/at.js';
import {
  buildPackage,
  buildPeriod,
  eur,
  firstPeriod,
  money,
  sek,
} from '../../../../support/domain/build-package.js';
import { buildUserProduct } from '../../../../support/domain/build-user-product.js';

type Situation = {
  readonly product?: Partial<UserProduct>;
  /** Null: gone from the catalogue. */
  readonly source?: Partial<Package> | null;
  readonly target?: Partial<Package>;
  readonly period?: Partial<PaymentPeriod>;
  readonly exporting?: readonly string[];
  readonly quantity?: number;
};

const limited = { subscriptionType: 'limited' } as const;
const limitedPeriod = { type: 'limited' } as const;
const now = at('2026-04-16T00:00:00Z');
const inArrears = { billing: { ...paywayBilling, payInAdvance: false } };
const soldInArrears = { soldPeriod: soldPeriodOf(buildPeriod({ number: 101, ...inArrears })) };
const largest = { price: money(Number.MAX_SAFE_INTEGER) };

/** From rank 10 to rank 20, 100.00 to 200.00, allowed in every way but for what is given. */
function outcomeOf(situation: Situation, behaviour: PaywayBehaviour) {
  const source = buildPackage({ number: 100, rank: 10, ...situation.source });
  const period = buildPeriod({ number: 201, price: money(20_000), ...situation.period });
  const target = buildPackage({ number: 200, rank: 20, periods: [period], ...situation.target });
  const { quantity = 1 } = situation;
  const packages = situation.source === null ? [target] : [source, target];
  const input = {
    product: buildUserProduct(source, situation.product),
    target: { package: target, period: firstPeriod(target), quantity, tierId: null },
    catalogue: makeCatalogue({ timeZone: utc, currency: sek, packages }),
    now,
  };
  const exportingIntegrations = new Set(situation.exporting);
  return decideChange(input, makePaywayPolicy({ behaviour, exportingIntegrations }));
}
function refusedFor(
  situation: Situation,
  behaviour: PaywayBehaviour,
): readonly PaywayRefusalReason[] {
  const outcome = outcomeOf(situation, behaviour);
  return outcome.ok ? [] : outcome.refusals.map((it) => it.reason);
}

type Row = readonly [title: string, situation: Situation, byDefault: string, explicit: string];
const same = { id: buildPackage({ number: 100 }).id, code: 'package_100' };

const rows: readonly Row[] = [
  ['nothing is wrong', {}, '', ''],
  ['the source is cancelled', { product: { state: 'cancelled' } }, 'user_product_not_active', '='],
  ['the source is frozen', { product: { state: 'frozen' } }, 'user_product_not_active', '='],
  ['the source is pending', { product: { state: 'pending' } }, 'user_product_not_active', '='],
  ['it has ended', { product: { state: 'deactivated' } }, 'user_product_not_active', '='],
  [
    'another system provisions it',
    { product: { provisionService: 'Tulo' } },
    'user_product_not_tulo_provisioned',
    '=',
  ],
  [
    'it is single',
    { product: { subscriptionType: 'single' } },
    'subscription_type_not_supported',
    '=',
  ],
  ['it has no end', { product: { validTo: null } }, 'subscription_type_not_supported', '='],
  ['the source is a bundle', { source: { kind: 'bundle' } }, 'source_not_changeable', '='],
  ['the source is a campaign', { source: { kind: 'campaign' } }, '', ''],
  ['the source package is gone', { source: null }, 'source_not_changeable', '='],
  [
    'the target is a single sale',
    { target: { kind: 'single_sale' } },
    'target_not_changeable',
    '=',
  ],
  [
    'the source has an integration code',
    { source: { integrationCode: 'X' } },
    'integration_code_not_supported',
    '',
  ],
  [
    'the target has an integration code',
    { target: { integrationCode: 'Y' } },
    'integration_code_not_supported',
    '',
  ],
  [
    'one integration can export, the other not',
    { source: { integrationCode: 'X' }, target: { integrationCode: 'Y' }, exporting: ['X'] },
    'integration_code_not_supported',
    '',
  ],
  [
    'both integrations can export',
    { source: { integrationCode: 'X' }, target: { integrationCode: 'Y' }, exporting: ['X', 'Y'] },
    '',
    '',
  ],
  ['recurring to limited', { period: limitedPeriod }, 'subscription_type_mismatch', '='],
  ['limited to recurring', { product: limited }, 'subscription_type_mismatch', '='],
  ['limited to limited', { product: limited, period: limitedPeriod }, '', ''],
  ['another payment method', { period: { paymentMethod: 'card' } }, 'payment_period_mismatch', '='],
  ['another length, same method', { period: { interval: { unit: 'year', length: 1 } } }, '', ''],
  ['the period is disabled', { period: { enabled: false } }, 'payment_period_disabled', '='],
  ['the target is archived', { target: { archived: true } }, 'target_not_on_sale', '='],
  ['its sale begins now', { target: { validFrom: now } }, '', ''],
  [
    'its sale begins a millisecond later',
    { target: { validFrom: at('2026-04-16T00:00:00.001Z') } },
    'target_not_on_sale',
    '=',
  ],
  ['its sale ends now', { target: { validTo: now } }, 'target_not_on_sale', '='],
  [
    'its sale ends a millisecond later',
    { target: { validTo: at('2026-04-16T00:00:00.001Z') } },
    '',
    '',
  ],
  ['an upgrade to a free period', { period: { price: money(0) } }, 'free_period_not_allowed', ''],
  ['a downgrade to a free period', { target: { rank: 5 }, period: { price: money(0) } }, '', ''],
  [
    'a limited downgrade',
    { product: limited, period: limitedPeriod, target: { rank: 5 } },
    'downgrade_requires_recurring',
    '',
  ],
  ['another currency', { period: { price: money(1, eur) } }, 'currency_mismatch', '='],
  ['four thousand months for one', { period: { price: money(1) } }, 'carried_time_too_long', ''],
  [
    'limited with nothing left',
    { product: { ...limited, validTo: now }, period: limitedPeriod },
    'nothing_to_carry_over',
    '',
  ],
  ['recurring with nothing left', { product: { validTo: now } }, '', ''],
  ['nothing left, but a downgrade', { product: { validTo: now }, target: { rank: 5 } }, '', ''],
  ['an upgrade from arrears', { product: soldInArrears }, 'payment_period_in_arrears', ''],
  ['an upgrade to arrears', { period: inArrears }, 'payment_period_in_arrears', ''],
  ['a downgrade to arrears', { target: { rank: 5 }, period: inArrears }, '', ''],
  ['a downgrade from arrears', { product: soldInArrears, target: { rank: 5 } }, '', ''],
  ['too much for an amount', { quantity: 2, period: largest }, 'amount_too_large', '='],
  ['just as much as an amount can be', { period: largest }, '', ''],
  [
    'all that can fail at once',
    {
      product: { state: 'frozen', provisionService: 'other', subscriptionType: 'single' },
      source: { kind: 'bundle', integrationCode: 'X' },
      target: { kind: 'bundle', archived: true },
      period: { paymentMethod: 'card', enabled: false, price: money(0) },
    },
    'user_product_not_active user_product_not_tulo_provisioned subscription_type_not_supported source_not_changeable target_not_changeable integration_code_not_supported payment_period_mismatch payment_period_disabled target_not_on_sale free_period_not_allowed',
    'user_product_not_active user_product_not_tulo_provisioned subscription_type_not_supported source_not_changeable target_not_changeable payment_period_mismatch payment_period_disabled target_not_on_sale',
  ],
];

describe('Payway’s requirements', () => {
  test.each(rows)('where %s', (...[, situation, byDefault, explicit]) => {
    expect(refusedFor(situation, 'default').join(' ')).toBe(byDefault);
    const expected = explicit === '=' ? byDefault : explicit;
    expect(refusedFor(situation, 'explicit').join(' ')).toBe(expected);
  });

  test('the same package is refused by default whatever the period', () => {
    const samePeriod = { id: buildPeriod({ number: 101 }).id };
    expect(refusedFor({ target: { ...same, rank: 20 } }, 'default')).toContain('same_package');
    expect(refusedFor({ target: same, period: samePeriod }, 'default')).toContain('same_package');
  });

  test('the same package is refused as an explicit change only with the same period', () => {
    const samePeriod = { id: buildPeriod({ number: 101 }).id };
    expect(refusedFor({ target: same }, 'explicit')).toEqual([]);
    expect(refusedFor({ target: same, period: samePeriod }, 'explicit')).toEqual(['same_package']);
  });

  test('with two currencies nothing but that is answered, whatever else is wrong', () => {
    const situation: Situation = {
      product: { state: 'cancelled', subscriptionType: 'limited' },
      period: { price: money(1, eur), enabled: false },
    };
    expect(refusedFor(situation, 'default')).toEqual(['currency_mismatch']);
    expect(refusedFor(situation, 'explicit')).toEqual(['currency_mismatch']);
    const outcome = outcomeOf(situation, 'default');
    const codes = outcome.ok ? [] : outcome.requirements.map((it) => it.code);
    const needDirection = [
      'free_period_not_allowed',
      'downgrade_requires_recurring',
      'carried_time_too_long',
      'nothing_to_carry_over',
      'payment_period_in_arrears',
    ];
    const all: readonly string[] = paywayRequirements.map((it) => it.code);
    expect(codes).toEqual(all.filter((it) => !needDirection.includes(it)));
  });

  test('are in the order of the table', () => {
    expect(paywayRequirements.map((it) => it.code)).toEqual([
      'user_product_not_active',
      'user_product_not_tulo_provisioned',
      'subscription_type_not_supported',
      'source_not_changeable',
      'target_not_changeable',
      'same_package',
      'integration_code_not_supported',
      'subscription_type_mismatch',
      'payment_period_mismatch',
      'payment_period_disabled',
      'target_not_on_sale',
      'free_period_not_allowed',
      'downgrade_requires_recurring',
      'currency_mismatch',
      'carried_time_too_long',
      'nothing_to_carry_over',
      'payment_period_in_arrears',
      'amount_too_large',
    ]);
  });

  test('carry the facts that they were checked on', () => {
    const outcome = outcomeOf({ target: { validTo: now }, source: null }, 'default');
    expect(outcome).toMatchObject({
      ok: false,
      refusals: [
        { reason: 'source_not_changeable', facts: { package_code: 'package_100', kind: null } },
        {
          reason: 'target_not_on_sale',
          facts: { archived: false, valid_from: null, valid_to: '2026-04-16T00:00:00+00:00' },
        },
      ],
    });
  });
});

import { describe, expect, test } from '@jest/globals';
import { makeCatalogue } from '../../../../../src/domain/catalogue/catalogue.js';
import type { ChangeKind } from '../../../../../src/domain/user-product/change.js';
import { paywayFacts } from '../../../../../src/domain/change/payway/payway-facts.js';
import { paywayRequirements } from '../../../../../src/domain/change/payway/payway-requirements.js';
import { at, stockholm } from '../../../../support/domain/at.js';
import {
  buildPackage,
  buildPeriod,
  firstPeriod,
  money,
  sek,
} from '../../../../support/domain/build-package.js';
import { buildUserProduct } from '../../../../support/domain/build-user-product.js';
import { idOf } from '../../../../support/domain/id-of.js';

const basic = buildPackage({ number: 100, integrationCode: 'X' });
const digitalAt = (amountMinor: number) =>
  buildPackage({
    number: 200,
    integrationCode: 'Y',
    validFrom: at('2026-01-01T00:00:00+01:00'),
    periods: [buildPeriod({ number: 201, price: money(amountMinor) })],
  });

function factsOf(kind: ChangeKind | null, amountMinor: number) {
  const digital = digitalAt(amountMinor);
  const input = {
    product: buildUserProduct(basic),
    target: { package: digital, period: firstPeriod(digital), quantity: 1, tierId: null },
    catalogue: makeCatalogue({ timeZone: stockholm, currency: sek, packages: [basic, digital] }),
    now: at('2026-04-16T00:00:00Z'),
  };
  const settings = { behaviour: 'default', exportingIntegrations: new Set<string>() } as const;
  return paywayFacts(input, settings, kind && { kind, rule: 'rank_higher' });
}
const shown = (facts: ReturnType<typeof factsOf>) =>
  Object.fromEntries(paywayRequirements.map((it) => [it.code, it.check(facts).facts]));

describe('the facts of a request', () => {
  test('know what is carried for an upgrade to a price, and for nothing else', () => {
    expect(factsOf('upgrade', 20_000).carried?.valueLeft).toEqual(money(5_000));
    expect(factsOf('upgrade', 0).carried).toBeNull();
    expect(factsOf('downgrade', 20_000).carried).toBeNull();
    expect(factsOf('change', 20_000).carried).toBeNull();
    expect(factsOf(null, 20_000).carried).toBeNull();
  });

  test('are shown with each requirement, in the words of the API and in major units', () => {
    expect(shown(factsOf('upgrade', 20_000))).toEqual({
      user_product_not_active: { state: 'activated' },
      user_product_not_tulo_provisioned: { provision_service: 'tulo' },
      subscription_type_not_supported: { subscription_type: 'recurring', has_end: true },
      source_not_changeable: { package_code: 'package_100', kind: 'package' },
      target_not_changeable: { package_code: 'package_200', kind: 'package' },
      same_package: { same_package: false, same_period: false },
      integration_code_not_supported: {
        source_integration_code: 'X',
        target_integration_code: 'Y',
      },
      subscription_type_mismatch: { source_type: 'recurring', target_type: 'recurring' },
      payment_period_mismatch: {
        source_payment_method: 'invoice',
        target_payment_method: 'invoice',
      },
      payment_period_disabled: { period_id: idOf(201), enabled: true },
      target_not_on_sale: {
        archived: false,
        valid_from: '2026-01-01T00:00:00+01:00',
        valid_to: null,
      },
      free_period_not_allowed: { price: 200 },
      downgrade_requires_recurring: { subscription_type: 'recurring' },
      currency_mismatch: { sold_in: 'SEK', source_currency: 'SEK', target_currency: 'SEK' },
      carried_time_too_long: { carried_days: 7, longest_years: 100 },
      nothing_to_carry_over: { value_left: 50 },
      payment_period_in_arrears: { source_pay_in_advance: true, target_pay_in_advance: true },
      amount_too_large: { price: 200, quantity: 1 },
    });
  });

  test('say nothing of carried time where none is carried', () => {
    expect(shown(factsOf('downgrade', 20_000))).toMatchObject({
      carried_time_too_long: { carried_days: null },
      nothing_to_carry_over: { value_left: null },
    });
  });
});

import { describe, expect, test } from '@jest/globals';
import { makeCatalogue } from '../../../../src/domain/catalogue/catalogue.js';
import type { DecisionPolicy } from '../../../../src/domain/change/change-policy.js';
import { decideChange } from '../../../../src/domain/change/decide-change.js';
import { paidFor } from '../../../../src/domain/user-product/paid.js';
import { at, utc } from '../../../support/domain/at.js';
import { buildPackage, firstPeriod, money, sek } from '../../../support/domain/build-package.js';
import { buildUserProduct } from '../../../support/domain/build-user-product.js';

const basic = buildPackage({ number: 100 });
const digital = buildPackage({ number: 200 });
const input = {
  product: buildUserProduct(basic),
  target: { package: digital, period: firstPeriod(digital), quantity: 1, tierId: null },
  catalogue: makeCatalogue({ timeZone: utc, currency: sek, packages: [basic, digital] }),
  now: at('2026-04-16T00:00:00Z'),
};
const requirement = { code: 'same_package', passed: true, facts: {} };
const settlement = {
  timing: 'immediately',
  effectiveAt: input.now,
  next: {
    validTo: input.now,
    anchor: { at: input.now, billingDay: 16 },
    paid: paidFor({ amount: money(0), forMs: 1, from: input.now, to: input.now }),
    renewedAtOnce: false,
  },
  amounts: { valueLeft: money(0), valueCarried: money(0), nextRenewal: null, settlement: null },
  parts: null,
} as const;
type Reason = 'same_package' | 'currency_mismatch';
const policy: DecisionPolicy<Reason> = {
  behaviour: 'default',
  direct: () => ({ kind: 'upgrade', rule: 'because' }),
  examine: () => ({ requirements: [requirement], refusals: [] }),
  settle: () => settlement,
};

describe('a decision', () => {
  test('is what its policy says, with the target frozen', () => {
    expect(decideChange(input, policy)).toEqual({
      ok: true,
      decision: {
        kind: 'upgrade',
        rule: 'because',
        behaviour: 'default',
        requirements: [requirement],
        target: {
          packageId: digital.id,
          packageCode: digital.code,
          period: expect.objectContaining({ periodId: firstPeriod(digital).id }) as unknown,
          quantity: 1,
          tierId: null,
        },
        ...settlement,
      },
    });
  });

  test('is refused with every refusal, and then nothing is settled', () => {
    const refusals = [
      { reason: 'same_package', facts: {} },
      { reason: 'currency_mismatch', facts: {} },
    ] as const;
    const refusing: DecisionPolicy<Reason> = {
      ...policy,
      examine: () => ({ requirements: [requirement], refusals }),
      settle: () => {
        throw new Error('settled what was refused');
      },
    };
    expect(decideChange(input, refusing)).toEqual({
      ok: false,
      refusals,
      requirements: [requirement],
    });
  });

  test('cannot be had of a policy that neither tells a direction nor refuses', () => {
    expect(() => decideChange(input, { ...policy, direct: () => null })).toThrow(/must refuse/);
  });
});

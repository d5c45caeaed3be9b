import { describe, expect, test } from '@jest/globals';
import { makeCatalogue } from '../../../../src/domain/catalogue/catalogue.js';
import type { DecisionInput } from '../../../../src/domain/change/change-decision.js';
import type {
  ChangePolicy,
  Direction,
  Findings,
  Settlement,
} from '../../../../src/domain/change/change-policy.js';
import type { ChangeTiming } from '../../../../src/domain/user-product/change.js';
import { decideChange } from '../../../../src/domain/change/decide-change.js';
import { settleAtPeriodEnd } from '../../../../src/domain/change/settle-at-period-end.js';
import type { PackageId } from '../../../../src/domain/ids.js';
import { shareOf } from '../../../../src/domain/money/share.js';
import { addInterval } from '../../../../src/domain/time/boundary.js';
import { anchorOf } from '../../../../src/domain/time/anchor.js';
import { currentPeriod } from '../../../../src/domain/time/period.js';
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

/** A sample of a policy that is not Payway's: position, flags of the current tier, timing and credit of the target's. */
type Tier = {
  readonly product: PackageId;
  readonly position: number;
  readonly upgradeable: boolean;
  readonly changeTiming: ChangeTiming;
  readonly creditType: 'pro_rata' | 'full' | 'none';
};

type Reason = 'tier_not_upgradeable' | 'no_plan_named';

function makeTierPolicy(current: Tier, target: Tier): ChangePolicy<Reason> {
  return {
    behaviour: 'default',
    unaskedPeriod: () => ({ reason: 'no_plan_named', facts: {} }),
    direct: () => byPosition(current, target),
    examine: (input, direction) => examine(current, input, direction),
    settle: (input) =>
      target.changeTiming === 'immediately'
        ? settleWithCredit(input, target)
        : settleAtPeriodEnd(input),
  };
}

function byPosition(current: Tier, target: Tier): Direction {
  if (target.position === current.position) return { kind: 'change', rule: 'position_equal' };
  return target.position > current.position
    ? { kind: 'upgrade', rule: 'position_higher' }
    : { kind: 'downgrade', rule: 'position_lower' };
}

function examine(
  current: Tier,
  { target }: DecisionInput,
  direction: Direction | null,
): Findings<Reason> {
  const passed = direction?.kind !== 'upgrade' || current.upgradeable;
  const facts = { position: current.position, package_code: target.package.code };
  return {
    requirements: [{ code: 'tier_upgradeable', passed, facts }],
    refusals: passed ? [] : [{ reason: 'tier_not_upgradeable', facts }],
  };
}

function settleWithCredit(input: DecisionInput, tier: Tier): Settlement {
  const { now, target, catalogue } = input;
  const zone = catalogue.timeZone;
  const validTo = addInterval(now, target.period.interval, zone);
  const { price } = target.period;
  return {
    timing: 'immediately',
    effectiveAt: now,
    next: {
      validTo,
      anchor: anchorOf(now, zone),
      paid: paidFor({ amount: price, from: now, to: validTo }),
      renewedAtOnce: false,
    },
    amounts: { valueLeft: creditOf(input, tier), valueCarried: money(0), nextRenewal: price },
  };
}

function creditOf({ product, now, catalogue }: DecisionInput, { creditType }: Tier) {
  const { price, interval } = product.soldPeriod;
  if (creditType === 'none' || product.validTo === null) return money(0);
  if (creditType === 'full') return price;
  const { anchor, validTo } = product;
  const period = currentPeriod({ anchor, interval, zone: catalogue.timeZone, validTo });
  return shareOf(price, {
    parts: BigInt(validTo - now),
    whole: BigInt(validTo - period.startAt),
  });
}

const small = buildPackage({
  number: 100,
  periods: [buildPeriod({ number: 101, price: money(1_000) })],
});
const large = buildPackage({
  number: 200,
  periods: [buildPeriod({ number: 201, price: money(2_000) })],
});
const tier = { upgradeable: true, changeTiming: 'immediately', creditType: 'pro_rata' } as const;
const first: Tier = { ...tier, product: small.id, position: 1 };
const second: Tier = { ...tier, product: large.id, position: 2 };
const input: DecisionInput = {
  product: buildUserProduct(small),
  target: { package: large, period: firstPeriod(large) },
  catalogue: makeCatalogue({ timeZone: utc, currency: sek, packages: [small, large] }),
  now: at('2026-04-16T00:00:00Z'),
};

describe('a product group’s policy', () => {
  test('fits the one decision: 10.00 to 20.00 half way is worth 5.00 and costs 20.00', () => {
    expect(decideChange(input, makeTierPolicy(first, second))).toMatchObject({
      ok: true,
      decision: {
        kind: 'upgrade',
        rule: 'position_higher',
        timing: 'immediately',
        amounts: { valueLeft: money(500), nextRenewal: money(2_000) },
        next: { validTo: at('2026-05-16T00:00:00Z') },
      },
    });
  });

  test('may let an upgrade wait, which Payway’s never does', () => {
    const waiting: Tier = { ...second, changeTiming: 'end_of_period', creditType: 'none' };
    expect(decideChange(input, makeTierPolicy(first, waiting))).toMatchObject({
      ok: true,
      decision: { kind: 'upgrade', timing: 'end_of_period', amounts: { valueLeft: money(0) } },
    });
  });

  test('refuses by its own flags', () => {
    const fixed: Tier = { ...first, upgradeable: false };
    expect(decideChange(input, makeTierPolicy(fixed, second))).toMatchObject({
      ok: false,
      refusals: [{ reason: 'tier_not_upgradeable' }],
    });
  });
});

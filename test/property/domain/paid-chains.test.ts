import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Ratio } from '../../../src/domain/money/share.js';
import { toInstant, type Instant } from '../../../src/domain/time/instant.js';
import type { Paid } from '../../../src/domain/user-product/paid.js';
import { shownValue, valueLeftOf } from '../../../src/domain/user-product/value-left.js';
import { editUserProduct } from '../../../src/domain/user-product/edit-user-product.js';
import { money } from '../../support/domain/build-package.js';
import { exact } from '../../support/domain/exact.js';
import { fixedSeed } from '../../support/domain/fixed-seed.js';
import { foldEvents } from '../../support/domain/fold-events.js';
import { anyChain, anyStep, type Chain, type ChainStep } from '../../support/domain/paid-chain.js';

const { isAtMost, isBelow, minus, of, plus } = exact;
const anySteps = fc.array(anyStep, { maxLength: 12 });
const runs = { ...fixedSeed, numRuns: 400 };

const rateOf = ({ amount, forMs }: Paid): Ratio => of(amount.amountMinor, forMs);
const worthOf = (paid: Paid): Ratio => valueLeftOf({ ...paid, creditedMinor: 0 }, paid.from);

/** What an upgrade met and what it made, or null where there was none. */
type Upgrade = { left: Ratio; paid: Paid; renewedAtOnce: boolean };

function upgradeTo({ life, ladder }: Chain, rung: number, now: Instant): Upgrade | null {
  const pack = ladder[rung];
  const before = life.living();
  const period = pack?.periods.find((it) => it.type === before.subscriptionType);
  if (pack === undefined || period === undefined) return null;
  const answer = life.request({
    target: { package: pack, period, quantity: 1, tierId: null },
    behaviour: 'default',
  });
  const after = life.living();
  if ('refused' in answer || after.id === before.id) return null;
  const renewedAtOnce = life.events.at(-1)?.type === 'user_product_renewed';
  return { left: valueLeftOf(before.paid, now), paid: after.paid, renewedAtOnce };
}

type Seen = {
  readonly now: Instant;
  /** All that was paid so far: what was there at first, each sale since, each day that an edit has added. */
  readonly bought: Ratio;
  readonly upgrade: Upgrade | null;
};

/** Lives through the steps and calls back after each. */
function live(chain: Chain, steps: readonly ChainStep[], onStep: (seen: Seen) => void): void {
  const { life } = chain;
  let now = chain.now;
  let rung = 0;
  let bought = worthOf(life.living().paid);
  for (const step of steps) {
    const told = life.events.length;
    const before = worthOf(life.living().paid);
    if (step.step === 'wait') now = toInstant(now + step.ms);
    const upgrade = step.step === 'upgrade' ? upgradeTo(chain, (rung += 1), now) : null;
    take(chain, step, now);
    if (step.step === 'end' || step.step === 'dates')
      bought = plus(bought, minus(worthOf(life.living().paid), before));
    for (const { type, after } of life.events.slice(told)) {
      if (type !== 'user_product_renewed') continue;
      bought = plus(bought, of(after?.userProduct.soldPeriod.price.amountMinor ?? 0));
    }
    onStep({ now, bought, upgrade });
  }
}

/** Every step but an upgrade. */
function take(chain: Chain, step: ChainStep, now: Instant): void {
  const { life } = chain;
  if (step.step === 'wait') life.moveTo(now);
  if (step.step === 'end')
    life.write((order) => editUserProduct(order, { validTo: toInstant(now + step.inMs) }));
  if (step.step === 'dates') {
    const dates = { validFrom: toInstant(now + step.fromMs), validTo: toInstant(now + step.inMs) };
    life.write((order) => editUserProduct(order, dates));
  }
  if (step.step === 'type')
    life.write((order) => editUserProduct(order, { subscriptionType: step.type }));
  if (step.step === 'reprice') reprice(chain, step.minor);
}

function reprice({ life, catalogue, ladder }: Chain, minor: number): void {
  const packages = ladder.map((pack) => ({
    ...pack,
    periods: pack.periods.map((it) => ({ ...it, price: money(minor) })),
  }));
  const packagesById = new Map(packages.map((it) => [it.id, it]));
  life.replaceCatalogue({ ...catalogue, packagesById });
}

describe('what was paid, over chains (docs/spec/change-rules.md §6)', () => {
  test('law 14: the value left is never more than what was paid, whatever happened before', () => {
    fc.assert(
      fc.property(anyChain, anySteps, (begin, steps) => {
        const chain = begin();
        const { life } = chain;
        live(chain, steps, ({ now, bought }) => {
          const { paid } = life.living();
          expect(isAtMost(valueLeftOf(paid, now), worthOf(paid))).toBe(true);
          expect(isAtMost(valueLeftOf(paid, now), bought)).toBe(true);
        });
      }),
      runs,
    );
  });

  test('law 14: an import that does not say what was paid is worth at most that many prices', () => {
    fc.assert(
      fc.property(anyChain, (begin) => {
        const { life, isGiven, now } = begin();
        const { paid, soldPeriod, validFrom } = life.living();
        fc.pre(!isGiven);
        expect(isAtMost(worthOf(paid), of(paid.amount.amountMinor))).toBe(true);
        expect(paid.amount.amountMinor % soldPeriod.price.amountMinor).toBe(0);
        expect(paid.from).toBeGreaterThanOrEqual(validFrom);
        expect(paid.from).toBeLessThanOrEqual(Math.max(now, validFrom));
      }),
      runs,
    );
  });

  test('law 14: what an upgrade carries is worth what was left, less by under 1 ms of it', () => {
    fc.assert(
      fc.property(anyChain, anySteps, (begin, steps) => {
        live(begin(), steps, ({ upgrade }) => {
          if (upgrade === null) return;
          const { left, paid, renewedAtOnce } = upgrade;
          const carried = renewedAtOnce ? of(0) : worthOf(paid);
          expect(isAtMost(carried, left)).toBe(true);
          expect(isBelow(minus(left, carried), rateOf(paid))).toBe(true);
        });
      }),
      runs,
    );
  });

  test('law 3: A→B→…→C at one instant ends when A→C ends, less what 1 ms of each step is worth', () => {
    let compared = 0;
    fc.assert(
      fc.property(anyChain, fc.integer({ min: 2, max: 5 }), (begin, steps) => {
        const direct = begin();
        const stepwise = begin();
        const { now } = stepwise;
        let lost = of(0);
        for (let rung = 1; rung <= steps; rung += 1) {
          const done = upgradeTo(stepwise, rung, now);
          if (done === null || done.renewedAtOnce) return;
          lost = plus(lost, rateOf(done.paid));
        }
        if (upgradeTo(direct, steps, now) === null) return;
        compared += 1;
        const { paid } = direct.life.living();
        const ms = paid.to - stepwise.life.living().paid.to;
        const { amount, forMs } = paid;
        expect(ms).toBeGreaterThanOrEqual(0);
        expect(isBelow(of(BigInt(ms) * BigInt(amount.amountMinor), forMs), lost)).toBe(true);
      }),
      runs,
    );
    expect(compared).toBeGreaterThan(100);
  });

  test('law 7: k times the prices leave k times the value, within the roundings of what is shown', () => {
    fc.assert(
      fc.property(anyChain, anySteps, fc.integer({ min: 2, max: 50 }), (begin, steps, k) => {
        const unpriced = steps.filter((it) => it.step !== 'reprice');
        const [once, often] = [begin(), begin(k)].map((chain) => {
          const shown: number[] = [];
          live(chain, unpriced, ({ now }) => {
            const { paid } = chain.life.living();
            shown.push(shownValue(valueLeftOf(paid, now), paid.amount).amountMinor);
          });
          return shown;
        });
        expect(often).toHaveLength(once?.length ?? -1);
        often?.forEach((minor, step) => {
          expect(Math.abs(minor - k * (once?.[step] ?? NaN))).toBeLessThanOrEqual((k + 1) / 2);
        });
      }),
      { ...fixedSeed, numRuns: 200 },
    );
  });

  test('law 11: the events tell what was paid: folding them rebuilds the rows', () => {
    fc.assert(
      fc.property(anyChain, anySteps, (begin, steps) => {
        const chain = begin();
        live(chain, steps, () => undefined);
        const living = chain.life.living();
        expect(foldEvents(chain.life.events).get(living.id)).toEqual(living);
      }),
      { ...fixedSeed, numRuns: 100 },
    );
  });
});

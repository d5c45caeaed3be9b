import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { makeCatalogue } from '../../../src/domain/catalogue/catalogue.js';
import type { CreditType } from '../../../src/domain/catalogue/product-group.js';
import { cancelPendingChange } from '../../../src/domain/change/cancel-pending-change.js';
import { decideChange } from '../../../src/domain/change/decide-change.js';
import { groupPolicy } from '../../../src/domain/change/product-groups/group-policy.js';
import type { TierName } from '../../../src/domain/change/product-groups/tier-name.js';
import { type Instant, toInstant } from '../../../src/domain/time/instant.js';
import { brokenInvariants } from '../../../src/domain/user-product/broken-invariants.js';
import { openValueOf } from '../../../src/domain/user-product/open-value.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import { at, stockholm } from '../../support/domain/at.js';
import { buildGroup, buildTier } from '../../support/domain/build-group.js';
import { sek } from '../../support/domain/build-package.js';
import { buildUserProduct } from '../../support/domain/build-user-product.js';
import { draftOf } from '../../support/domain/draft-of.js';
import { fixedSeed } from '../../support/domain/fixed-seed.js';
import { basic, ladder, toBe } from '../../support/domain/ladder.js';
import { beginLife, type SubscriptionLife } from '../../support/domain/subscription-life.js';

const start = at('2026-01-31T10:00:00+01:00');
const anyRung = fc.nat({ max: ladder.length - 1 });
const anyTerms = fc.array(
  fc.record({
    changeTiming: fc.constantFrom('immediately' as const, 'end_of_period' as const),
    creditType: fc.constantFrom<CreditType>('pro_rata', 'full', 'last_invoiced', 'none'),
  }),
  { minLength: ladder.length, maxLength: ladder.length },
);
type Terms = typeof anyTerms extends fc.Arbitrary<infer It> ? It : never;

const anySteps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ step: fc.constant('apply' as const), rung: anyRung }) },
    {
      weight: 2,
      arbitrary: fc.record({
        step: fc.constant('request' as const),
        rung: anyRung,
        explicit: fc.boolean(),
      }),
    },
    fc.constant({ step: 'take back' as const }),
    {
      weight: 3,
      arbitrary: fc.record({
        step: fc.constant('wait' as const),
        hours: fc.integer({ min: 0, max: 1_500 }),
      }),
    },
  ),
  { maxLength: 15 },
);
type Steps = typeof anySteps extends fc.Arbitrary<infer It> ? It : never;
type Lived = {
  readonly life: SubscriptionLife;
  readonly named: TierName;
  readonly of: UserProduct;
};

/** A subscription on the tier of basic, in a group of the whole ladder, that is told by documents. */
function begin(terms: Terms) {
  const tiers = ladder.map((pack, index) =>
    buildTier(pack, { number: 0x151 + index, ...terms[index] }),
  );
  const groups = [buildGroup(tiers)];
  const catalogue = makeCatalogue({
    ...{ timeZone: stockholm, currency: sek, packages: ladder, groups },
    prorationGrain: 'day',
  });
  const tierId = tiers[ladder.indexOf(basic)]?.id ?? null;
  const validTo = at('2026-02-28T10:00:00+01:00');
  const row = buildUserProduct(
    basic,
    { validFrom: start, validTo, tierId, hasDocuments: true },
    stockholm,
  );
  const draft = { ...draftOf(row), tierId, hasDocuments: true, createdFrom: 'api' as const };
  const life = beginLife({ draft, catalogue, now: start });
  const nameOf = (rung: number): TierName => {
    const [first] = tiers;
    const tier = tiers[rung] ?? first;
    if (tier === undefined) throw new Error('no tier');
    return { tierId: tier.id, periodId: null, quantity: null };
  };
  return { life, catalogue, nameOf };
}

/** Lives through the steps; `onApply` is called before each apply. */
function live(
  terms: Terms,
  steps: Steps,
  onApply: (lived: Lived, now: Instant) => void = () => undefined,
) {
  const begun = begin(terms);
  const { life, nameOf } = begun;
  let now: number = start;
  for (const step of steps) {
    if (step.step === 'wait') life.moveTo(toInstant((now += step.hours * 3_600_000)));
    if (step.step === 'take back') life.write((order) => cancelPendingChange(order));
    if (step.step === 'request') {
      const { tierId } = nameOf(step.rung);
      const asked = toBe(ladder[step.rung] ?? basic, step.explicit ? 'explicit' : 'default');
      life.request({ ...asked, target: { ...asked.target, tierId } });
    }
    if (step.step === 'apply') {
      onApply({ life, named: nameOf(step.rung), of: life.living() }, toInstant(now));
      life.apply({ named: nameOf(step.rung) });
    }
  }
  return { ...begun, now: toInstant(now) };
}

describe('a life within a product group (docs/spec/change-rules.md §6)', () => {
  test('law 9: what is decided beforehand is what is done, and deciding touches nothing', () => {
    let compared = 0;
    fc.assert(
      fc.property(anyTerms, anySteps, anyRung, (terms, steps, rung) => {
        const { life, catalogue, now, nameOf } = live(terms, steps);
        const product = deepFreeze(structuredClone(life.living()));
        const found = groupPolicy.find(nameOf(rung), { product, catalogue });
        if (found?.found !== true) return;
        const decide = () =>
          decideChange({ product, target: found.target, catalogue, now }, groupPolicy);
        const outcome = decide();
        expect(decide()).toEqual(outcome);
        const told = life.changeRows.length;
        const answer = life.apply({ named: nameOf(rung) });
        if ('repeated' in answer && answer.repeated) return;
        expect('id' in answer).toBe(outcome.ok);
        if (!outcome.ok) return;
        compared += 1;
        const { kind, rule, effectiveAt, amounts } = outcome.decision;
        expect(life.changeRows.slice(told).at(-1)).toMatchObject({
          change: { kind, rule, effectiveAt, amounts },
        });
      }),
      fixedSeed,
    );
    expect(compared).toBeGreaterThan(10);
  });

  test('law 10: the same apply sent again has no further effect and the same answer', () => {
    fc.assert(
      fc.property(anyTerms, anySteps, anyRung, (terms, steps, rung) => {
        const { life, nameOf } = live(terms, steps);
        const of = life.living().id;
        const answer = life.apply({ named: nameOf(rung), of });
        if ('refused' in answer) return;
        const before = [life.events.length, life.rows.size, life.changeRows.length];
        expect(life.apply({ named: nameOf(rung), of })).toEqual({ id: answer.id, repeated: true });
        expect([life.events.length, life.rows.size, life.changeRows.length]).toEqual(before);
      }),
      fixedSeed,
    );
  });

  test('law 13: after any accepted sequence each other tier is accepted, once nothing waits', () => {
    fc.assert(
      fc.property(anyTerms, anySteps, anyRung, (terms, steps, rung) => {
        const { life, nameOf } = live(terms, steps);
        if (life.living().pendingChange !== null) {
          expect(life.write((order) => cancelPendingChange(order))).toBeNull();
        }
        const isOwn = ladder[rung]?.id === life.living().packageId;
        const answer = life.apply({ named: nameOf(rung) });
        if (isOwn) expect(answer).toEqual({ refused: ['nothing_to_change'] });
        else expect(answer).toMatchObject({ repeated: false });
      }),
      fixedSeed,
    );
  });

  test('laws 4 and 14: what is given back is at most what is open, and over a life at most what was invoiced', () => {
    let credited = 0;
    fc.assert(
      fc.property(anyTerms, anySteps, (terms, steps) => {
        const opened: number[] = [];
        const { life, catalogue } = live(terms, steps, ({ of }, now) => {
          opened.push(openValueOf(of.paid, now).open.amountMinor);
        });
        const sums = new Map<string, number>();
        for (const { type, document } of life.events) {
          if (document === null || type === 'credit_note.send_requested') continue;
          const isInvoice = document.type === 'invoice';
          const { references } = document;
          const of = isInvoice
            ? document.id
            : references !== null && 'invoice' in references
              ? references.invoice
              : '';
          const left = (sums.get(of) ?? 0) + (isInvoice ? 1 : -1) * document.netMinor;
          sums.set(of, left);
          if (isInvoice) continue;
          credited += 1;
          expect(left).toBeGreaterThanOrEqual(0);
          expect(document.netMinor).toBeLessThanOrEqual(Math.max(...opened));
        }
        expect([...life.rows.values()].flatMap((it) => brokenInvariants(it, catalogue))).toEqual(
          [],
        );
      }),
      fixedSeed,
    );
    expect(credited).toBeGreaterThan(10);
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}

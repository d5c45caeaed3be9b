import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PaymentPeriod } from '../../../src/domain/catalogue/package.js';
import { decideChange } from '../../../src/domain/change/decide-change.js';
import { makePaywayPolicy } from '../../../src/domain/change/payway/payway-policy.js';
import type { UserProductId } from '../../../src/domain/ids.js';
import type { Currency } from '../../../src/domain/money/money.js';
import { toInstant } from '../../../src/domain/time/instant.js';
import { brokenInvariants } from '../../../src/domain/user-product/broken-invariants.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import { at, stockholm } from '../../support/domain/at.js';
import { buildUserProduct } from '../../support/domain/build-user-product.js';
import { draftOf } from '../../support/domain/draft-of.js';
import { fixedSeed } from '../../support/domain/fixed-seed.js';
import { foldEvents } from '../../support/domain/fold-events.js';
import { basic, ladder, ladderCatalogue, targetOf, toBe } from '../../support/domain/ladder.js';
import {
  beginLife,
  type ChangeAnswer,
  type ChangeRequest,
  type SubscriptionLife,
} from '../../support/domain/subscription-life.js';

type Step =
  | { readonly step: 'request'; readonly rung: number; readonly explicit: boolean }
  | { readonly step: 'wait'; readonly hours: number }
  | { readonly step: 'archive'; readonly rung: number };

const anyRung = fc.nat({ max: ladder.length - 1 });
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      step: fc.constant('request' as const),
      rung: anyRung,
      explicit: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      step: fc.constant('wait' as const),
      hours: fc.integer({ min: 0, max: 2_500 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ step: fc.constant('archive' as const), rung: anyRung }) },
);
const anySteps = fc.array(anyStep, { maxLength: 15 });
const start = at('2026-01-31T10:00:00+01:00');

function requestOf({ rung, explicit }: Extract<Step, { step: 'request' }>): ChangeRequest {
  const pack = ladder[rung] ?? basic;
  return toBe(pack, explicit ? 'explicit' : 'default');
}

function begin(): SubscriptionLife {
  const validTo = at('2026-02-28T10:00:00+01:00');
  const row = buildUserProduct(basic, { validFrom: start, validTo }, stockholm);
  return beginLife({ draft: draftOf(row), catalogue: ladderCatalogue(), now: start });
}

type Moment = {
  readonly request: ChangeRequest;
  readonly answer: ChangeAnswer;
  readonly of: UserProduct;
};

/** Lives through the steps, and calls back after each request. */
function live(
  steps: readonly Step[],
  onRequest: (life: SubscriptionLife, moment: Moment) => void = () => undefined,
): { life: SubscriptionLife; now: number } {
  const life = begin();
  let now: number = start;
  for (const step of steps) {
    if (step.step === 'wait') now += step.hours * 3_600_000;
    if (step.step === 'wait') life.moveTo(toInstant(now));
    if (step.step === 'archive') {
      const pack = ladder[step.rung] ?? basic;
      life.replaceCatalogue(ladderCatalogue(stockholm, [{ ...pack, archived: true }]));
    }
    if (step.step === 'request') {
      const of = life.living();
      const request = requestOf(step);
      onRequest(life, { request, answer: life.request(request), of });
    }
  }
  return { life, now };
}

function editedBy(edit: 'limited' | 'EUR') {
  return (period: PaymentPeriod): PaymentPeriod =>
    edit === 'limited'
      ? { ...period, type: edit }
      : { ...period, price: { ...period.price, currency: edit as Currency } };
}

/** What a change was settled at is told by its row of changes, not by events. */
function withoutTerms([id, row]: [UserProductId, UserProduct]): [UserProductId, UserProduct] {
  return [id, { ...row, endedBy: row.endedBy && { ...row.endedBy, terms: null } }];
}

describe('a life of changes (docs/spec/change-rules.md §6)', () => {
  test('law 11: folding the events rebuilds the rows, also when they come shuffled and doubled', () => {
    fc.assert(
      fc.property(anySteps, fc.array(fc.nat(), { minLength: 7, maxLength: 7 }), (steps, keys) => {
        const { life } = live(steps);
        const doubled = [...life.events, ...life.events];
        const shuffled = doubled
          .map((event, place) => ({ event, key: (keys[place % keys.length] ?? 0) * (place + 1) }))
          .sort((a, b) => a.key - b.key)
          .map((it) => it.event);
        expect(foldEvents(shuffled)).toEqual(new Map([...life.rows].map(withoutTerms)));
      }),
      fixedSeed,
    );
  });

  test('no row breaks an invariant, whatever becomes of the catalogue meanwhile', () => {
    fc.assert(
      fc.property(anySteps, fc.constantFrom('limited' as const, 'EUR' as const), (steps, edit) => {
        const life = begin();
        const edited = ladder.map((pack) => ({
          ...pack,
          periods: pack.periods.map(editedBy(edit)),
        }));
        for (const step of steps) {
          if (step.step === 'request') life.request(requestOf(step));
          else life.replaceCatalogue(ladderCatalogue(stockholm, edited));
          if (step.step === 'wait') life.moveTo(toInstant(start + step.hours * 3_600_000));
          const rows = [...life.rows.values()];
          expect(rows.flatMap((it) => brokenInvariants(it, ladderCatalogue()))).toEqual([]);
        }
      }),
      fixedSeed,
    );
  });

  test('sequences have no gap, one row lives, and each event goes on where the last one left', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const { life } = live(steps);
        expect(life.events.map((it) => it.sequence)).toEqual(
          life.events.map((_, place) => place + 1),
        );
        expect([...life.rows.values()].filter((it) => it.state === 'activated')).toHaveLength(1);
        life.events.slice(1).forEach((event, index) => {
          expect(event.before).toMatchObject({
            userProduct: life.events[index]?.after?.userProduct,
          });
        });
        expect(life.living().lastSequence).toBe(life.events.length);
      }),
      fixedSeed,
    );
  });

  test('law 10: the same request sent again has no further effect and the same answer', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        live(steps, (life, { request, answer, of }) => {
          if ('refused' in answer) return;
          const before = [life.events.length, life.rows.size, life.changeRows.length];
          const again = life.request({ ...request, of: of.id });
          expect(again).toEqual({ id: answer.id, repeated: true });
          expect([life.events.length, life.rows.size, life.changeRows.length]).toEqual(before);
        });
      }),
      fixedSeed,
    );
  });

  test('law 10: a repeat after the change was applied still has its first answer', () => {
    fc.assert(
      fc.property(anyRung, fc.boolean(), (rung, explicit) => {
        const life = begin();
        const { id } = life.living();
        const request = requestOf({ step: 'request', rung, explicit });
        const answer = life.request(request);
        life.moveTo(at('2026-03-01T00:00:00+01:00'));
        if ('refused' in answer) return;
        expect(life.request({ ...request, of: id })).toEqual({ id: answer.id, repeated: true });
      }),
      fixedSeed,
    );
  });

  test('law 13: after any accepted sequence some call is still accepted', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const { life, now } = live(steps.filter((it) => it.step !== 'archive'));
        const accepted = ladder.filter((pack) => {
          const policy = makePaywayPolicy({
            behaviour: 'explicit',
            exportingIntegrations: new Set(),
          });
          const catalogue = ladderCatalogue();
          const input = {
            product: life.living(),
            target: targetOf(pack),
            catalogue,
            now: toInstant(now),
          };
          return decideChange(input, policy).ok;
        });
        expect(accepted).toHaveLength(ladder.length - 1);
      }),
      fixedSeed,
    );
  });

  test('law 9: a decision is the same each time, and touches nothing that it is made of', () => {
    fc.assert(
      fc.property(anySteps, anyRung, fc.boolean(), (steps, rung, explicit) => {
        const { life, now } = live(steps);
        const { target, behaviour } = requestOf({ step: 'request', rung, explicit });
        const product = deepFreeze(structuredClone(life.living()));
        const catalogue = ladderCatalogue();
        const policy = makePaywayPolicy({ behaviour, exportingIntegrations: new Set() });
        const decide = () =>
          decideChange({ product, target, catalogue, now: toInstant(now) }, policy);
        expect(decide()).toEqual(decide());
      }),
      fixedSeed,
    );
  });

  test('law 15: each due period costs one commit: as many versions as events of renewal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (days) => {
        const { life } = live([{ step: 'wait', hours: days * 24 }]);
        const renewals = life.events.filter((it) => it.type === 'user_product_renewed');
        expect(life.living().version).toBe(1 + renewals.length);
      }),
      { ...fixedSeed, numRuns: 50 },
    );
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}

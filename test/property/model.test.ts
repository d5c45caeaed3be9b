import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PaywayChangeResult } from '../../src/http/payway/payway-changes.js';
import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import type { UseCases } from '../../src/composition/compose-use-cases.js';
import { type Instant, toInstant } from '../../src/domain/time/instant.js';
import type { UserProduct } from '../../src/domain/user-product/user-product.js';
import { brokenPromises, eventNames } from '../support/broken-promises.js';
import { Crash, type Interruption, interruptedStores } from '../support/interrupted-stores.js';
import {
  at,
  makePackage,
  type SeededOrganisation,
  seedOrganisation,
} from '../support/organisation.js';
import { makeTestTime, startProcess, type TestTime } from '../support/process.js';
import {
  ask,
  beginModel,
  dayMs,
  type Model,
  type ModelAnswer,
  type ModelPackage,
  passTime,
  periodMs,
} from '../support/reference-model.js';
import { onlyFor, openTestStores, type TestStores } from '../support/stores.js';

const packages: readonly ModelPackage[] = [
  { code: 'lite', rank: 5, price: 5_000 },
  { code: 'basic', rank: 10, price: 10_000 },
  { code: 'digital', rank: 20, price: 20_001 },
  { code: 'premium', rank: 30, price: 29_999 },
];

type Step =
  | { readonly do: 'ask'; readonly code: string; readonly explicit: boolean }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'work' };

/** A step, and how the process that takes it is interrupted. After an interruption a fresh process takes it again. */
type Turn = { readonly step: Step; readonly interruption: Interruption | null };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('ask' as const),
    code: fc.constantFrom(...packages.map((it) => it.code)),
    explicit: fc.boolean(),
  }),
  fc.record({
    do: fc.constant('wait' as const),
    ms: fc.oneof(fc.nat(dayMs), fc.nat(40 * dayMs), fc.constantFrom(periodMs, periodMs - 1, 1)),
  }),
  fc.constant({ do: 'work' as const }),
);

const interruption: fc.Arbitrary<Interruption | null> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('crash' as const),
      atCall: fc.integer({ min: 1, max: 10 }),
      when: fc.constantFrom('before' as const, 'after' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('reply lost' as const), atCommit: fc.constant(1) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('command delayed' as const),
      atCommit: fc.constant(1),
    }),
  },
);

const turns = fc.array(fc.record({ step, interruption }), { minLength: 1, maxLength: 12 });

type World = {
  readonly stores: ChangeStores;
  readonly seeded: SeededOrganisation;
  readonly first: UserProduct;
  readonly time: TestTime;
};

const never = (): boolean => false;

async function take(
  world: World,
  { step: it }: Turn,
  useCases: UseCases,
): Promise<ModelAnswer | null> {
  const { seeded, first } = world;
  if (it.do === 'work') {
    await useCases.runPeriodEnd(never);
    await useCases.drainOutbox(seeded.organisation.id);
  }
  if (it.do !== 'ask') return null;
  const query = { organisationId: seeded.organisation.id, accountId: first.accountId };
  const list = await useCases.listUserProducts(query);
  const current = list?.userProducts.at(-1) ?? first;
  const behaviour = it.explicit ? 'explicit' : 'default';
  return answerOf(
    current,
    await useCases.requestChange(seeded.request(current, it.code, behaviour)),
  );
}

function answerOf(current: UserProduct, answer: PaywayChangeResult): ModelAnswer {
  if (!('id' in answer)) return 'refused';
  return answer.id === current.id ? 'same product' : 'new product';
}

/** Takes a turn in a process that is interrupted; what a dead one left is finished by the next. */
async function live(world: World, turn: Turn): Promise<ModelAnswer | null | 'died'> {
  const interrupted = interruptedStores(world.stores, turn.interruption);
  try {
    const answer = await take(world, turn, startProcess(interrupted.stores, world.time));
    return interrupted.hasDied() ? 'died' : answer;
  } catch (error) {
    if (error instanceof Crash) return 'died';
    throw error;
  } finally {
    await interrupted.land();
  }
}

async function seen(world: World): Promise<unknown> {
  const { id } = world.seeded.organisation;
  const fresh = startProcess(world.stores, world.time);
  const list = await fresh.listUserProducts({
    organisationId: id,
    accountId: world.first.accountId,
  });
  await fresh.drainOutbox(id);
  const names = await eventNames(world.stores, id, world.first.accountId);
  return {
    products: list?.userProducts.map((it) => ({
      code: it.packageCode,
      price: it.soldPeriod.price.amountMinor,
      state: it.state,
      validTo: it.validTo,
    })),
    pending: list?.userProducts.at(-1)?.pendingChange?.target.packageCode ?? null,
    events: names.map((it) => it.split(' ')[1]),
  };
}

function expected({ products, pending, events }: Model): unknown {
  return { products, pending: pending?.code ?? null, events };
}

describe('Any life of a subscription', () => {
  let database: TestStores;
  beforeAll(async () => {
    database = await openTestStores();
  });
  afterAll(() => database.close());

  const begin = async (start: Instant): Promise<World> => {
    const interval = { unit: 'day', length: 30 } as const;
    const seeded = await seedOrganisation(database.stores, {
      timeZone: 'UTC',
      packages: packages.map(({ code, rank, price }) =>
        makePackage(code, { rank, price, periods: [{ interval }] }),
      ),
    });
    const first = await seeded.subscribe({
      code: 'basic',
      validFrom: new Date(start).toISOString(),
      validTo: new Date(start + periodMs).toISOString(),
    });
    const stores = onlyFor(database.stores, seeded.organisation);
    return { stores, seeded, first, time: makeTestTime(start) };
  };

  test('goes as the reference model says, whoever dies and whatever reply is lost on the way', async () => {
    await fc.assert(
      fc.asyncProperty(turns, async (told) => {
        const start = at('2026-03-01T00:00:00Z');
        const world = await begin(start);
        let model = beginModel({ code: 'basic', rank: 10, price: 10_000 }, start);
        for (const turn of told) {
          const { step: it } = turn;
          if (it.do === 'wait') world.time.set(toInstant(world.time.now() + it.ms));
          model = passTime(model, world.time.now(), packages);
          const answer = await live(world, turn);
          // A crash may strike before the commit or after it; asking again must come to the same end.
          const again = answer === 'died' ? await finishAfterDeath(world, turn, model) : answer;
          if (it.do === 'ask') {
            const asked = ask(model, { wish: it, now: world.time.now(), packages });
            if (again !== null) expect(again).toBe(asked.answer);
            ({ model } = asked);
          }
          expect(await seen(world)).toEqual(expected(model));
        }
        const { id } = world.seeded.organisation;
        expect(await brokenPromises(world.stores, id, world.first.accountId)).toEqual([]);
      }),
      { seed: 20_260_401, numRuns: 60 },
    );
  });
});

/** Asks again where the dead process had not committed; its answer is then as good as the first. Null: it had. */
async function finishAfterDeath(
  world: World,
  turn: Turn,
  before: Model,
): Promise<ModelAnswer | null> {
  const fresh = startProcess(world.stores, world.time);
  const { id } = world.seeded.organisation;
  await fresh.drainOutbox(id);
  const now = await seen(world);
  const untouched = JSON.stringify(now) === JSON.stringify(expected(before));
  return untouched && turn.step.do === 'ask' ? take(world, turn, fresh) : null;
}

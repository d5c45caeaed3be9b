import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { WriteResult } from '../../src/application/commit/write-result.js';
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
  type Wish,
} from '../support/reference-model.js';
import { seedGroup, type SeededGroup } from '../support/seeded-group.js';
import { onlyFor, openTestStores, type TestStores } from '../support/stores.js';
import { verifyFindings } from '../support/verify-findings.js';

const basic: ModelPackage = { code: 'basic', rank: 10, price: 10_000, credit: 'full' };
const packages: readonly ModelPackage[] = [
  { code: 'lite', rank: 5, price: 5_000, credit: 'waits' },
  basic,
  { code: 'digital', rank: 20, price: 20_001, credit: 'pro_rata' },
  { code: 'premium', rank: 30, price: 29_999, credit: 'waits' },
  { code: 'gold', rank: 40, price: 35_000, credit: 'none' },
];

type Step = Wish | { readonly do: 'wait'; readonly ms: number } | { readonly do: 'work' };

/** A step, and how the process that takes it is interrupted. After an interruption a fresh process takes it again. */
type Turn = { readonly step: Step; readonly interruption: Interruption | null };

const anyCode = fc.constantFrom(...packages.map((it) => it.code));
const wish: fc.Arbitrary<Wish> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('ask' as const),
      code: anyCode,
      explicit: fc.boolean(),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('apply' as const), code: anyCode }) },
  fc.record({ do: fc.constant('assign' as const), code: fc.option(anyCode) }),
  fc.constant({ do: 'take back' as const }),
);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: wish },
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
  readonly group: SeededGroup;
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
  if (it.do === 'work' || it.do === 'wait') return null;
  const query = { organisationId: seeded.organisation.id, accountId: first.accountId };
  const list = await useCases.listUserProducts(query);
  const current = list?.userProducts.at(-1) ?? first;
  const answer = await send(world, it, { useCases, current });
  if (!('id' in answer)) return 'refused';
  return answer.id === current.id ? 'same product' : 'new product';
}

type Sent = { readonly useCases: UseCases; readonly current: UserProduct };

/** One wish, of the user product that lives by now. */
function send(
  { seeded, group }: World,
  it: Wish,
  { useCases, current }: Sent,
): Promise<WriteResult<string>> {
  const { organisationId, accountId, id: userProductId } = current;
  const key = { organisationId, accountId, userProductId };
  switch (it.do) {
    case 'ask': {
      const behaviour = it.explicit ? 'explicit' : 'default';
      return useCases.requestChange(seeded.request(current, it.code, behaviour));
    }
    case 'apply':
      return useCases.applyTier(group.apply(current, it.code));
    case 'assign': {
      const tierId = it.code === null ? null : group.tierOf(it.code).id;
      return useCases.assignTier({ ...key, tierId });
    }
    case 'take back':
      return useCases.cancelPendingChange(key, null);
  }
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
      isOnTier: it.tierId === world.group.tierOf(it.packageCode).id,
      paid: [it.paid.amount.amountMinor, it.paid.forMs, it.paid.from, it.paid.to],
    })),
    pending: list?.userProducts.at(-1)?.pendingChange?.target.packageCode ?? null,
    events: names.flatMap((it) => (it.includes('send_requested') ? [] : it.replace(/^\d+ /, ''))),
  };
}

function expected({ products, pending, events }: Model): unknown {
  return {
    products: products.map(({ paid: { amount, forMs, from, to }, ...it }) => ({
      ...it,
      paid: [amount, forMs, from, to],
    })),
    pending: pending?.code ?? null,
    events: events.map((it) =>
      it.replace(/ \d+$/, (minor) => ` ${(Number(minor) / 100).toFixed(2)}`),
    ),
  };
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
    const group = await seedGroup(
      database.stores,
      seeded,
      packages.map(({ code, credit }) =>
        credit === 'waits' ? { code, changeTiming: 'end_of_period' } : { code, creditType: credit },
      ),
    );
    const first = await seeded.subscribe({
      code: 'basic',
      edits: { hasDocuments: true, createdFrom: 'api', tierId: group.tierOf('basic').id },
      validFrom: new Date(start).toISOString(),
      validTo: new Date(start + periodMs).toISOString(),
    });
    const stores = onlyFor<ChangeStores>(database.stores, seeded.organisation);
    return { stores, seeded, group, first, time: makeTestTime(start) };
  };

  test('goes as the reference model says, whoever dies and whatever reply is lost on the way', async () => {
    await fc.assert(
      fc.asyncProperty(turns, async (told) => {
        const start = at('2026-03-01T00:00:00Z');
        const world = await begin(start);
        let model = beginModel(basic, start);
        for (const turn of told) {
          const { step: it } = turn;
          if (it.do === 'wait') world.time.set(toInstant(world.time.now() + it.ms));
          model = passTime(model, world.time.now(), packages);
          const answer = await live(world, turn);
          // A crash may strike before the commit or after it; asking again must come to the same end.
          const again = answer === 'died' ? await finishAfterDeath(world, turn, model) : answer;
          if (it.do !== 'wait' && it.do !== 'work') {
            const asked = ask(model, { wish: it, now: world.time.now(), packages });
            if (again !== null) expect(again).toBe(asked.answer);
            ({ model } = asked);
          }
          expect(await seen(world)).toEqual(expected(model));
        }
        const { id } = world.seeded.organisation;
        expect(await brokenPromises(world.stores, id, world.first.accountId)).toEqual([]);
        expect(await verifyFindings(database.stores, id, world.time.now())).toEqual([]);
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
  return untouched ? take(world, turn, fresh) : null;
}

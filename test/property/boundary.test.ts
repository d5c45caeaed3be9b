import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type AccountId, type UserProductId, toClientId } from '../../src/domain/ids.js';
import { type Instant, toInstant } from '../../src/domain/time/instant.js';
import type { UserProductEdits } from '../../src/domain/user-product/edit-user-product.js';
import { isDue } from '../../src/domain/user-product/due-at.js';
import type { UserProductState } from '../../src/domain/user-product/user-product.js';
import { backInTime, brokenPromises, readLog } from '../support/broken-promises.js';
import { startInMemory } from '../support/in-memory-process.js';
import { at } from '../support/organisation.js';

const dayMs = 86_400_000;
const start = at('2026-04-16T00:00:00+02:00');

/** Days before or after now. */
const days = fc.integer({ min: -200, max: 200 });
const states: readonly UserProductState[] = [
  'activated',
  'cancelled',
  'deactivated',
  'pending',
  'frozen',
];

type Write =
  | {
      readonly do: 'edit';
      readonly from?: number;
      readonly to?: number;
      readonly state?: 'activated' | 'deactivated';
      readonly type?: 'recurring' | 'limited';
    }
  | { readonly do: 'change'; readonly code: string; readonly explicit: boolean }
  | { readonly do: 'cancel' | 'reactivate' | 'take back' | 'undo' };

const write: fc.Arbitrary<Write> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record(
      {
        do: fc.constant('edit' as const),
        from: days,
        to: days,
        state: fc.constantFrom('activated' as const, 'deactivated' as const),
        type: fc.constantFrom('recurring' as const, 'limited' as const),
      },
      { requiredKeys: ['do'] },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      code: fc.constantFrom('lite', 'basic', 'digital', 'premium'),
      explicit: fc.boolean(),
    }),
  },
  fc.constantFrom(
    { do: 'cancel' as const },
    { do: 'reactivate' as const },
    { do: 'take back' as const },
    { do: 'undo' as const },
  ),
);

const turn = fc.record({
  write,
  waitDays: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 80 })),
});

const beginning = fc.record({
  state: fc.constantFrom(...states),
  provisionService: fc.constantFrom('tulo', 'tulo', 'tulo', 'elsewhere'),
  /** When it began, and how long it was said to last. */
  from: days,
  lasts: fc.integer({ min: 1, max: 90 }),
  by: fc.constantFrom('import' as const, 'api' as const),
  /** A first set may be any instant: days from real time, or none. */
  clock: fc.option(fc.integer({ min: -400, max: 100 })),
});

type Beginning = typeof beginning extends fc.Arbitrary<infer T> ? T : never;

async function begin({ state, provisionService, from, lasts, by, clock }: Beginning) {
  const world = await startInMemory({ live: false });
  const { useCases, seeded, organisationId, time, stores } = world;
  const validFrom = toInstant(start + from * dayMs);
  const validTo = toInstant(validFrom + lasts * dayMs);
  const now = new Date(start).toISOString();
  const iso = (instant: Instant) => new Date(instant).toISOString();
  const product = await seeded.subscribe({
    code: 'basic',
    now,
    validFrom: iso(validFrom),
    validTo: iso(validTo),
    edits: { state, provisionService },
  });
  const { accountId } = product;
  const row = { organisationId, accountId, packageCode: 'basic', provisionService };
  const dates = { validFrom, validTo, periodId: null, chosenId: null };
  if (by === 'api')
    await useCases.createUserProduct({ ...row, ...dates, subscriptionType: 'recurring' });
  const setClock = (to: number) => useCases.setTestClock({ organisationId, at: toInstant(to) });
  if (clock !== null) await setClock(start + clock * dayMs);
  const organisationNow = async () => {
    const reading = await useCases.readTestClock({ organisationId });
    if (!reading.ok) throw new Error(reading.failure);
    return reading.now;
  };
  return {
    ...world,
    accountId,
    now: organisationNow,
    wait: async (ms: number): Promise<void> => {
      if (clock === null) time.set(toInstant(time.now() + ms));
      else await setClock((await organisationNow()) + ms);
    },
    work: async (): Promise<number> => {
      const ended = await useCases.runPeriodEnd(() => false);
      await useCases.drainOutbox(organisationId);
      return ended;
    },
    rows: () => stores.userProducts.listByAccount(organisationId, accountId),
  };
}

type World = Awaited<ReturnType<typeof begin>>;

/** One write on a row, by any way that there is; it may be refused. */
async function perform(world: World, it: Write, id: UserProductId): Promise<unknown> {
  const { useCases, organisationId, accountId, seeded } = world;
  const key = { organisationId, accountId, userProductId: id };
  switch (it.do) {
    case 'edit':
      return useCases.editUserProduct(key, editsOf(it, await world.now()));
    case 'change': {
      const rows = await world.rows();
      const [row] = rows.filter(({ product }) => product.id === id);
      const behaviour = it.explicit ? 'explicit' : 'default';
      return row && useCases.requestChange(seeded.request(row.product, it.code, behaviour));
    }
    case 'cancel':
      return useCases.cancelUserProduct(key, { reasonId: null, creditInvoiceIfSent: false });
    case 'reactivate':
      return useCases.reactivateUserProduct(key, null);
    case 'take back':
      return useCases.cancelPendingChange(key, null);
    case 'undo':
      return undoLast(world, accountId);
  }
}

function editsOf(it: Extract<Write, { do: 'edit' }>, now: Instant): UserProductEdits {
  const { from, to, state, type } = it;
  const day = (offset: number) => toInstant(now + offset * dayMs);
  return {
    ...(from !== undefined && { validFrom: day(from) }),
    ...(to !== undefined && { validTo: day(to) }),
    ...(state !== undefined && { state }),
    ...(type !== undefined && { subscriptionType: type }),
  };
}

async function undoLast({ useCases, organisationId, stores }: World, accountId: AccountId) {
  const changes = await stores.changes.listByAccount(organisationId, accountId);
  const last = changes.at(-1);
  if (last === undefined) return;
  await useCases.undoChange({ organisationId, changeId: last.id, requestedBy: toClientId('test') });
}

describe('Any life, by any writes', () => {
  test('has no period ended by a write, and tells of nothing before what it told last', async () => {
    await fc.assert(
      fc.asyncProperty(
        beginning,
        fc.array(turn, { minLength: 1, maxLength: 8 }),
        async (first, turns) => {
          const world = await begin(first);
          for (const { write: it, waitDays } of turns) {
            await world.wait(waitDays * dayMs);
            await world.work();
            for (const { product } of await world.rows()) {
              await perform(world, it, product.id);
              const now = await world.now();
              const due = (await world.rows()).filter((row) => isDue(row.product, now));
              expect(due).toEqual([]);
              expect(await world.work()).toBe(0);
            }
          }
          const { stores, organisationId, accountId } = world;
          expect(backInTime(await readLog(stores, organisationId))).toEqual([]);
          expect(await brokenPromises(stores, organisationId, accountId)).toEqual([]);
        },
      ),
      { seed: 20_260_416, numRuns: 300 },
    );
  });
});

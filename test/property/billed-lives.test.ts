import { expect, test } from '@jest/globals';
import { toClientId } from '../../src/domain/ids.js';
import fc from 'fast-check';
import type { Package } from '../../src/domain/catalogue/package.js';
import { toInstant } from '../../src/domain/time/instant.js';
import type { UserProduct } from '../../src/domain/user-product/user-product.js';
import { beginGroupLife, type GroupLife } from '../support/group-life.js';
import { openMemoryStores } from '../support/memory-stores/open-memory-stores.js';
import { at } from '../support/organisation.js';
import { fixedSeed } from '../support/domain/fixed-seed.js';

const begin = '2027-04-01T00:00:00+02:00';
const codes = ['one', 'two', 'three'] as const;

const tier = fc.record({
  price: fc.constantFrom(0, 1_000, 3_000, 3_001),
  payInAdvance: fc.constantFrom(true, true, true, false),
  changeTiming: fc.constantFrom('immediately' as const, 'end_of_period' as const),
  creditType: fc.constantFrom('pro_rata' as const, 'full', 'last_invoiced', 'none'),
});
const step = fc.oneof(
  fc.record({ does: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 1_000 }) }),
  fc.record({
    does: fc.constant('apply' as const),
    code: fc.constantFrom(...codes),
    quantity: fc.integer({ min: 1, max: 5 }),
  }),
  fc.record({ does: fc.constant('ask' as const), code: fc.constantFrom(...codes) }),
  fc.record({ does: fc.constant('undo' as const) }),
  fc.record({ does: fc.constant('drain' as const) }),
  fc.record({
    does: fc.constant('write' as const),
    what: fc.constantFrom('cancel' as const, 'reactivate', 'take back', 'switch'),
  }),
  fc.record({
    does: fc.constant('move' as const),
    fromBy: fc.integer({ min: -9, max: 9 }),
    toBy: fc.integer({ min: -9, max: 40 }),
  }),
  fc.record({
    does: fc.constant('reprice' as const),
    code: fc.constantFrom(...codes),
    price: fc.constantFrom(0, 500, 4_000),
    payInAdvance: fc.boolean(),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer It> ? It : never;
type Written = Extract<Step, { does: 'write' }>['what'];
const nameOf = (it: Step) => (it.does === 'write' ? it.what : it.does);

const lives = fc.record({
  tiers: fc.tuple(tier, tier, tier),
  on: fc.constantFrom(...codes),
  createdFrom: fc.constantFrom('api' as const, 'api', 'import'),
  steps: fc.array(step, { minLength: 3, maxLength: 14 }),
});
type Given = typeof lives extends fc.Arbitrary<infer It> ? It : never;

const day = 86_400_000;

function beginLife({ tiers, on, createdFrom }: Given) {
  return beginGroupLife(openMemoryStores(), {
    ...{ validFrom: begin, validTo: '2027-05-01T00:00:00+02:00', on },
    tiers: tiers.map(({ payInAdvance, ...it }, index) => ({
      ...it,
      code: codes[index] ?? 'one',
      billing: { payInAdvance, chargeModel: 'per_unit', quantityEditable: true },
    })),
    edits: { createdFrom, quantity: 2 },
  });
}

/** Whether something came of it. */
async function take(life: GroupLife, step: Step, clock: { now: number }): Promise<boolean> {
  const { useCases, seeded } = life;
  switch (step.does) {
    case 'wait':
      clock.now += step.hours * 3_600_000;
      await life.moveTo(new Date(clock.now).toISOString());
      return true;
    case 'apply':
      return (await life.apply(step.code, { quantity: step.quantity })).ok;
    case 'ask':
      return (await useCases.requestChange(seeded.request(await life.current(), step.code))).ok;
    case 'undo':
      return undoLast(life);
    case 'reprice':
      await seeded.editPackage(step.code, (it) => repricedTo(it, step));
      return true;
    case 'drain':
      return (await useCases.drainOutbox(seeded.organisation.id)) > 0;
    case 'write':
      return (await write(life, step.what)).ok;
    case 'move': {
      const item = await life.current();
      return (await useCases.editUserProduct(keyOf(item), movedDates(item, step))).ok;
    }
  }
}

async function write({ useCases, ...life }: GroupLife, what: Written) {
  const item = await life.current();
  const key = keyOf(item);
  switch (what) {
    case 'cancel':
      return useCases.cancelUserProduct(key, { reasonId: null, creditInvoiceIfSent: false });
    case 'reactivate':
      return useCases.reactivateUserProduct(key, null);
    case 'take back':
      return useCases.cancelPendingChange(key, null);
    case 'switch':
      return useCases.editUserProduct(key, {
        state: item.state === 'deactivated' ? 'activated' : 'deactivated',
      });
  }
}

function keyOf({ organisationId, accountId, id: userProductId }: UserProduct) {
  return { organisationId, accountId, userProductId };
}

function movedDates({ validFrom, validTo }: UserProduct, by: { fromBy: number; toBy: number }) {
  return {
    validFrom: toInstant(validFrom + by.fromBy * day),
    validTo: toInstant((validTo ?? validFrom) + by.toBy * day),
  };
}

function repricedTo(
  pack: Package,
  { price, payInAdvance }: { price: number; payInAdvance: boolean },
): Package {
  const periods = pack.periods.map((it) => ({
    ...it,
    price: { ...it.price, amountMinor: price },
    billing: { ...it.billing, payInAdvance },
  }));
  return { ...pack, periods };
}

async function undoLast(life: GroupLife): Promise<boolean> {
  const { organisationId, accountId } = await life.current();
  const every = { userProductId: null, after: null, limit: 100 };
  const listed = await life.useCases.listChanges({ organisationId, accountId, ...every });
  const last = listed?.changes.at(-1);
  if (last === undefined) return false;
  const command = { organisationId, changeId: last.id, requestedBy: toClientId('operator') };
  return (await life.useCases.undoChange(command)).ok;
}

test('verify finds nothing in any life of a subscription with documents, drained or not', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(lives, async (given) => {
      const life = await beginLife(given);
      const clock = { now: at(begin) as number };
      expect(await life.verified()).toEqual([]);
      for (const step of given.steps) {
        if (await take(life, step, clock)) seen.add(nameOf(step));
        expect(await life.verified()).toEqual([]);
      }
      expect(await life.broken()).toEqual([]);
    }),
    { ...fixedSeed, numRuns: 150 },
  );
  const all = ['apply', 'ask', 'undo', 'move', 'cancel', 'reactivate', 'take back', 'switch'];
  expect(all.filter((it) => !seen.has(it))).toEqual([]);
});

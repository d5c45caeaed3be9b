import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { WriteResult } from '../../src/application/commit/write-result.js';
import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import type { UseCases } from '../../src/composition/compose-use-cases.js';
import { toInstant } from '../../src/domain/time/instant.js';
import type { Stores } from '../../src/storage/open-stores.js';
import {
  type Asked,
  type BoundaryModel,
  type Call,
  callOne,
  type Outcome,
  possibleOutcomes,
  untouched,
} from '../support/boundary-model.js';
import { brokenPromises, eventNames } from '../support/broken-promises.js';
import { coveringPairs, runs } from '../support/depth.js';
import { aroundCommands } from '../support/interrupted-stores.js';
import { openMemoryStores } from '../support/memory-stores/open-memory-stores.js';
import { at } from '../support/organisation.js';
import { makeTestTime, startProcess } from '../support/process.js';
import { type OnMiddleTier, seedOnMiddleTier } from '../support/seeded-group.js';
import { onlyFor, openTestStores, type TestStores } from '../support/stores.js';
import { verifyFindings } from '../support/verify-findings.js';

const boundary = at('2026-05-01T00:00:00+02:00');
const never = (): boolean => false;
const longBefore = -86_400_000;
const payway: readonly Call[] = ['cancel', 'reactivate', 'take back', 'upgrade', 'downgrade'];
const grouped: readonly Call[] = ['apply higher', 'apply lower'];
const requests = [...payway, ...grouped];
const beginnings: readonly (readonly Call[])[] = [[], ['downgrade'], ['cancel'], ['apply lower']];
const offsets = [-1, 0, 1] as const;
const begunBy = (...them: readonly (readonly Call[])[]) => them.map((earlier) => ({ earlier }));

/** When the worker comes by for the last time; long before the boundary where it does not come at all. */
const lastTurnOf = (calls: readonly Asked[]): number =>
  Math.max(longBefore, ...calls.filter((it) => it.call === 'end what is due').map((it) => it.at));

async function perform(useCases: UseCases, place: OnMiddleTier, call: Call): Promise<string> {
  const { seeded, group, product } = place;
  const { organisationId, accountId, id: userProductId } = product;
  const key = { organisationId, accountId, userProductId };
  const answered = (answer: WriteResult<string>): string => {
    if (answer.ok) return 'id' in answer && answer.id === product.id ? 'own id' : 'new id';
    return answer.failure === 'refused'
      ? answer.refusals.map((it) => it.reason).join()
      : answer.failure;
  };
  switch (call) {
    case 'cancel': {
      const noReason = { reasonId: null, creditInvoiceIfSent: false };
      return answered(await useCases.cancelUserProduct(key, noReason));
    }
    case 'reactivate':
      return answered(await useCases.reactivateUserProduct(key, null));
    case 'take back':
      return answered(await useCases.cancelPendingChange(key, null));
    case 'upgrade':
      return answered(await useCases.requestChange(seeded.request(product, 'digital')));
    case 'downgrade':
      return answered(await useCases.requestChange(seeded.request(product, 'lite')));
    case 'apply higher':
      return answered(await useCases.applyTier(group.apply(product, 'digital')));
    case 'apply lower':
      return answered(await useCases.applyTier(group.apply(product, 'lite')));
    case 'end what is due':
      await useCases.runPeriodEnd(never);
      return 'done';
  }
}

type Race = { readonly earlier: readonly Call[]; readonly calls: readonly Asked[] };

/** Calls at once, each in a process with a clock of its own; and the outcome, once everything is drained. */
async function run(
  stores: Stores,
  { earlier, calls }: Race,
  scheduler: fc.Scheduler | null,
): Promise<Outcome> {
  const place = await seedOnMiddleTier(stores);
  const { organisation } = place.seeded;
  const { accountId } = place.product;
  const own = onlyFor<ChangeStores>(stores, organisation);
  const processAt = (offset: number, by = own): UseCases =>
    startProcess(by, makeTestTime(toInstant(boundary + offset)));
  for (const call of earlier) await perform(processAt(longBefore), place, call);
  const racing = scheduler === null ? own : scheduled(own, scheduler);
  const answering = Promise.all(
    calls.map((asked) => perform(processAt(asked.at, racing), place, asked.call)),
  );
  const answers = await (scheduler === null ? answering : scheduler.waitFor(answering));
  // A worker that lost a row to somebody else leaves it to its next turn.
  await perform(processAt(lastTurnOf(calls)), place, 'end what is due');
  await processAt(1).drainOutbox(organisation.id);
  expect(await brokenPromises(stores, organisation.id, accountId)).toEqual([]);
  // It asks a database hundreds of times; what it asks of these rows is the same of those in memory.
  if (scheduler !== null) {
    expect(await verifyFindings(stores, organisation.id, boundary)).toEqual([]);
  }
  const names = await eventNames(stores, organisation.id, accountId);
  return { answers, events: names.map((it) => it.replace(/^\d+ /, '')) };
}

/** The same stores, each command at the turn that the scheduler gives it. */
function scheduled(stores: ChangeStores, scheduler: fc.Scheduler): ChangeStores {
  return aroundCommands(stores, async (command, send) => {
    await scheduler.schedule(Promise.resolve(), command);
    return send();
  });
}

const begun = (earlier: readonly Call[]): BoundaryModel =>
  earlier.reduce((model, call) => callOne(model, { call, at: longBefore }).model, untouched);

async function expectSomeOrder(
  stores: Stores,
  { earlier, calls }: Race,
  scheduler: fc.Scheduler | null = null,
): Promise<void> {
  const outcome = await run(stores, { earlier, calls }, scheduler);
  // Shows all that would do where none does.
  const possible = possibleOutcomes(begun(earlier), calls, lastTurnOf(calls));
  expect(possible).toContainEqual(outcome);
}

describe('Calls that meet at the end of a period', () => {
  let database: TestStores;
  beforeAll(async () => {
    database = await openTestStores();
  });
  afterAll(() => database.close());

  const pairsOf = (ones: readonly Call[], others: readonly Call[]) =>
    ones.flatMap((one) =>
      others
        .filter((other) => requests.indexOf(other) >= requests.indexOf(one))
        .map((other) => [one, other] as const),
    );
  /** Before, at and after the boundary; a worker that comes before it has nothing to do there, once is enough of that. */
  const times = offsets.flatMap((at) =>
    offsets.map((workerAt) => ({ at, workerAt })).filter((it) => it.workerAt >= 0 || it.at > 0),
  );
  const racesOf = (
    pairs: readonly (readonly [Call, Call])[],
    ...them: readonly (readonly Call[])[]
  ) =>
    them.flatMap((earlier) =>
      pairs.flatMap(([one, other]) => times.map((it) => ({ earlier, one, other, ...it }))),
    );
  const alone = beginnings.flatMap((earlier) =>
    requests.flatMap((call) => offsets.map((at) => ({ earlier, call, at }))),
  );
  const races = [
    ...racesOf(pairsOf(payway, payway), [], ['downgrade'], ['cancel']),
    ...racesOf(pairsOf(requests, grouped), [], ['apply lower']),
  ];

  describe.each([
    { place: 'in memory', isSample: false },
    { place: 'on the database', isSample: true },
  ])('$place', ({ isSample }) => {
    const own = (): Stores => (isSample ? database.stores : openMemoryStores());
    const chosen = <Case extends Readonly<Record<string, unknown>>>(
      cases: readonly Case[],
    ): readonly Case[] => (isSample ? coveringPairs(cases, (it) => ({ ...it })) : cases);

    test.each(begunBy(...beginnings))(
      'one after another, after $earlier, are answered as the model says',
      async ({ earlier }) => {
        for (const { call, at: offset } of chosen(alone).filter((it) => it.earlier === earlier)) {
          const calls = [{ call, at: offset }];
          const outcome = await run(own(), { earlier, calls }, null);
          expect([call, offset, outcome]).toEqual([
            call,
            offset,
            possibleOutcomes(begun(earlier), calls, longBefore)[0],
          ]);
        }
      },
    );

    test.each(requests)('%s, another one and the worker come in some order', async (request) => {
      await Promise.all(
        chosen(races)
          .filter(({ one }) => one === request)
          .map(async ({ earlier, one, other, at: offset, workerAt }) => {
            const asked = [one, other].map((call) => ({ call, at: offset }));
            const calls: Asked[] = [...asked, { call: 'end what is due', at: workerAt }];
            await expectSomeOrder(own(), { earlier, calls });
          }),
      );
    });
  });

  const asked = fc.record({
    call: fc.constantFrom<Call>(...requests, 'end what is due'),
    at: fc.constantFrom(...offsets),
  });
  const anyRace = fc.record({
    earlier: fc.constantFrom(...beginnings),
    calls: fc.array(asked, { minLength: 3, maxLength: 5 }),
  });

  test('any five of them, by any clocks, come in some order', async () => {
    await fc.assert(
      fc.asyncProperty(anyRace, (it) => expectSomeOrder(database.stores, it)),
      { seed: 20_261_121, numRuns: runs(100, 25) },
    );
  });

  test('any five of them come in some order, whichever command of theirs comes first', async () => {
    await fc.assert(
      fc.asyncProperty(anyRace, fc.scheduler(), (it, scheduler) =>
        expectSomeOrder(openMemoryStores(), it, scheduler),
      ),
      { seed: 20_270_416, numRuns: runs(300, 100) },
    );
  });

  /** docs/spec/product-groups-api.md §5: what waits is replaced by Payway's request, refuses a second apply, is taken back. */
  const both = fc.record({
    earlier: fc.constantFrom<readonly Call[]>([], ['downgrade'], ['apply lower']),
    apply: fc.constantFrom(...grouped),
    change: fc.constantFrom<Call>('upgrade', 'downgrade'),
    at: fc.tuple(...[1, 2, 3, 4].map(() => fc.constantFrom(...offsets))),
  });

  test('an apply, a change of Payway’s, one that takes back and the worker come in some order', async () => {
    await fc.assert(
      fc.asyncProperty(both, fc.scheduler(), ({ earlier, apply, change, at: times }, scheduler) => {
        const all: readonly Call[] = [apply, change, 'take back', 'end what is due'];
        const calls = all.map((call, index) => ({ call, at: times[index] ?? 0 }));
        return expectSomeOrder(openMemoryStores(), { earlier, calls }, scheduler);
      }),
      { seed: 20_270_501, numRuns: runs(500, 150) },
    );
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { WriteResult } from '../../src/application/commit/write-result.js';
import type { UseCases } from '../../src/composition/compose-use-cases.js';
import { toInstant } from '../../src/domain/time/instant.js';
import type { UserProduct } from '../../src/domain/user-product/user-product.js';
import {
  type Asked,
  type BoundaryModel,
  type Call,
  callOne,
  type Outcome,
  possibleOutcomes,
} from '../support/boundary-model.js';
import { brokenPromises, eventNames } from '../support/broken-promises.js';
import { at, seedOrganisation, type SeededOrganisation } from '../support/organisation.js';
import { makeTestTime, startProcess } from '../support/process.js';
import { onlyFor, openTestStores, type TestStores } from '../support/stores.js';

const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };
const boundary = at(april.validTo);
const never = (): boolean => false;
const untouched: BoundaryModel = {
  state: 'activated',
  isPending: false,
  endedBy: null,
  isRenewed: false,
  lastEffectiveAt: -Infinity,
  events: ['user_product_created'],
};
const longBefore = -86_400_000;
const requests: readonly Call[] = ['cancel', 'reactivate', 'take back', 'upgrade', 'downgrade'];
const beginnings: readonly (readonly Call[])[] = [[], ['downgrade'], ['cancel']];
const offsets = [-1, 0, 1] as const;

type Place = { readonly seeded: SeededOrganisation; readonly product: UserProduct };

/** When the worker comes by for the last time; long before the boundary where it does not come at all. */
const lastTurnOf = (calls: readonly Asked[]): number =>
  Math.max(longBefore, ...calls.filter((it) => it.call === 'end what is due').map((it) => it.at));

async function perform(useCases: UseCases, place: Place, call: Call): Promise<string> {
  const { seeded, product } = place;
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
    case 'end what is due':
      await useCases.runPeriodEnd(never);
      return 'done';
  }
}

describe('Calls that meet at the end of a period', () => {
  let database: TestStores;
  beforeAll(async () => {
    database = await openTestStores();
  });
  afterAll(() => database.close());

  /** Calls at once, each in a process with a clock of its own; and the outcome, once everything is drained. */
  const race = async (earlier: readonly Call[], calls: readonly Asked[]): Promise<Outcome> => {
    const { stores } = database;
    const seeded = await seedOrganisation(stores);
    const product = await seeded.subscribe({ code: 'basic', ...april });
    const place = { seeded, product };
    const own = onlyFor(stores, seeded.organisation);
    const processAt = (offset: number): UseCases =>
      startProcess(own, makeTestTime(toInstant(boundary + offset)));
    for (const call of earlier) await perform(processAt(longBefore), place, call);
    const answers = await Promise.all(
      calls.map((asked) => perform(processAt(asked.at), place, asked.call)),
    );
    // A worker that lost a row to somebody else leaves it to its next turn.
    await perform(processAt(lastTurnOf(calls)), place, 'end what is due');
    const { id } = seeded.organisation;
    await processAt(1).drainOutbox(id);
    expect(await brokenPromises(stores, id, product.accountId)).toEqual([]);
    const names = await eventNames(stores, id, product.accountId);
    return { answers, events: names.map((it) => it.split(' ')[1] ?? '') };
  };
  const begun = (earlier: readonly Call[]): BoundaryModel =>
    earlier.reduce((model, call) => callOne(model, { call, at: longBefore }).model, untouched);
  const expectSomeOrder = async (
    earlier: readonly Call[],
    calls: readonly Asked[],
  ): Promise<void> => {
    const outcome = await race(earlier, calls);
    // Shows all that would do where none does.
    const possible = possibleOutcomes(begun(earlier), calls, lastTurnOf(calls));
    expect(possible).toContainEqual(outcome);
  };

  test.each(beginnings.map((earlier) => ({ earlier })))(
    'one after another, after $earlier, are answered as the model says',
    async ({ earlier }) => {
      for (const call of requests) {
        for (const offset of offsets) {
          const calls = [{ call, at: offset }];
          expect([call, offset, await race(earlier, calls)]).toEqual([
            call,
            offset,
            possibleOutcomes(begun(earlier), calls, longBefore)[0],
          ]);
        }
      }
    },
  );

  const pairs = requests.flatMap((one, index) =>
    requests.slice(index).map((other) => [one, other] as const),
  );
  describe.each(beginnings.map((earlier) => ({ earlier })))('after $earlier', ({ earlier }) => {
    test.each(pairs)('%s and %s and the worker come in some order', async (one, other) => {
      for (const offset of offsets) {
        for (const workerAt of offsets) {
          await expectSomeOrder(earlier, [
            { call: one, at: offset },
            { call: other, at: offset },
            { call: 'end what is due', at: workerAt },
          ]);
        }
      }
    });
  });

  test('any five of them, by any clocks, come in some order', async () => {
    const offset = fc.constantFrom(...offsets);
    const asked = fc.record({
      call: fc.constantFrom<Call>(...requests, 'end what is due'),
      at: offset,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...beginnings),
        fc.array(asked, { minLength: 3, maxLength: 5 }),
        expectSomeOrder,
      ),
      { seed: 20_261_121, numRuns: 100 },
    );
  });
});

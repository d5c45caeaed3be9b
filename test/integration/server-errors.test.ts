import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { UseCases } from '../../src/composition/compose-use-cases.js';
import type { UserProduct } from '../../src/domain/user-product/user-product.js';
import { brokenPromises, eventNames } from '../support/broken-promises.js';
import { at, seedOrganisation, type SeededOrganisation } from '../support/organisation.js';
import { makeTestTime, startProcess } from '../support/process.js';
import type { Fault } from '../support/replica-set/faults.js';
import { openReplicaSet, type ReplicaSet } from '../support/replica-set/open-replica-set.js';
import { onlyFor, openTestStores, type TestStores } from '../support/stores.js';

const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };
const during = at('2026-04-16T00:00:00+02:00');
const noReason = { reasonId: null, creditInvoiceIfSent: false };

type Work = {
  readonly name: string;
  readonly run: (
    useCases: UseCases,
    seeded: SeededOrganisation,
    product: UserProduct,
  ) => Promise<{ readonly ok: boolean }>;
  readonly events: readonly string[];
};
const works: readonly Work[] = [
  {
    name: 'an upgrade',
    run: (useCases, seeded, product) => useCases.requestChange(seeded.request(product, 'digital')),
    events: ['1 user_product_created', '2 package_upgrade'],
  },
  {
    name: 'a downgrade',
    run: (useCases, seeded, product) => useCases.requestChange(seeded.request(product, 'lite')),
    events: ['1 user_product_created', '2 package_downgrade'],
  },
  {
    name: 'a cancellation',
    run: (useCases, _, { organisationId, accountId, id: userProductId }) =>
      useCases.cancelUserProduct({ organisationId, accountId, userProductId }, noReason),
    events: ['1 user_product_created', '2 user_product_cancelled'],
  },
];

// All that were seen are in the contract of the stores (server-errors.test.ts).
const codes = [50, 112, 202, 13_388, 14_031];
const cases = codes.flatMap((code): [number, Pick<Fault, 'when' | 'as'>][] => [
  [code, { when: 'before', as: 'error' }],
  [code, { when: 'after', as: 'error' }],
  [code, { when: 'after', as: 'majority' }],
]);

describe('A server error on the commit of a request', () => {
  let set: ReplicaSet;
  let database: TestStores;
  beforeAll(async () => {
    set = await openReplicaSet();
    database = await openTestStores(set.uri);
  });
  afterEach(() => {
    set.clear();
  });
  afterAll(async () => {
    await database.close();
    await set.close();
  });

  test.each(works)(
    'is met by looking again: $name is answered as it is stored, once, whatever the code',
    async ({ run, events }) => {
      const { stores } = database;
      const seeded = await seedOrganisation(stores);
      const { id: organisationId } = seeded.organisation;
      const useCases = startProcess(onlyFor(stores, seeded.organisation), makeTestTime(during));
      for (const [code, how] of cases) {
        const product = await seeded.subscribe({ code: 'basic', ...april });
        set.add({ command: 'findAndModify', code, ...how });
        const answer = await run(useCases, seeded, product);
        expect([code, how, answer.ok]).toEqual([code, how, true]);
        // The drain meets the same error at each of its writes, and is taken up again.
        for (const command of ['insert', 'update']) set.add({ command, code, ...how });
        await untilDrained(() => useCases.drainOutbox(organisationId));
        const { accountId } = product;
        expect(await brokenPromises(stores, organisationId, accountId)).toEqual([]);
        expect(await eventNames(stores, organisationId, accountId)).toEqual(events);
      }
    },
  );
});

/** As the worker's loop does: what fails is done again. */
async function untilDrained(drain: () => Promise<unknown>): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await drain().catch(() => undefined);
}

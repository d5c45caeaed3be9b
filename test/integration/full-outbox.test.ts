import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { brokenPromises } from '../support/broken-promises.js';
import { at, seedOrganisation } from '../support/organisation.js';
import { makeTestTime, startProcess } from '../support/process.js';
import { onlyFor, openTestStores, type TestStores } from '../support/stores.js';

const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };

// docs/architecture.md §3: at most 32 entries wait in an outbox, then it is drained first.
describe('A due user product whose outbox is full', () => {
  let database: TestStores;
  beforeAll(async () => {
    database = await openTestStores();
  });
  afterAll(() => database.close());

  test('is drained by the first look of the worker, and its period ended by the second', async () => {
    const { stores } = database;
    const seeded = await seedOrganisation(stores);
    const product = await seeded.subscribe({ code: 'basic', ...april });
    const { organisationId, accountId, id: userProductId } = product;
    const own = onlyFor(stores, seeded.organisation);
    const time = makeTestTime(at('2026-04-16T00:00:00+02:00'));
    const useCases = startProcess(own, time);
    for (let edits = 1; edits < 32; edits += 1) {
      const key = { organisationId, accountId, userProductId };
      await useCases.editUserProduct(key, { subscriptionNumber: `S ${String(edits)}` });
    }
    const read = async () => {
      const row = await stores.userProducts.find(organisationId, userProductId);
      return { waiting: row?.outbox.length, validTo: row?.product.validTo };
    };
    expect(await read()).toEqual({ waiting: 32, validTo: at(april.validTo) });

    time.set(at(april.validTo));
    await useCases.runPeriodEnd(() => false);
    expect(await read()).toEqual({ waiting: 0, validTo: at(april.validTo) });
    await useCases.runPeriodEnd(() => false);
    expect(await read()).toEqual({ waiting: 0, validTo: at('2026-06-01T00:00:00+02:00') });
    expect(await brokenPromises(stores, organisationId, accountId)).toEqual([]);
  });
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openStores } from '../../src/storage/open-stores.js';
import { openDatabase, type TestDatabase } from '../support/database.js';
import { at, seedOrganisation } from '../support/organisation.js';
import { makeTestTime, startProcess } from '../support/process.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

test('A subscription is listed and counted once as soon as its change is answered', async () => {
  const stores = openStores(database);
  await stores.database.ensureIndexes();
  const seeded = await seedOrganisation(stores);
  const process = startProcess(stores, makeTestTime(at('2026-04-16T00:00:00+02:00')));
  const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };
  const row = await seeded.subscribe({ code: 'basic', ...april });
  await process.requestChange(seeded.request(row, 'premium'));
  await stores.outboxes.insertSuccessors(
    (await stores.userProducts.listByAccount(row.organisationId, row.accountId)).flatMap(
      ({ successor }) => successor ?? [],
    ),
  );
  const query = { accountId: null, state: null, direction: 'asc', page: 1, limit: 30 } as const;
  const listed = await process.listChains({ organisationId: row.organisationId, ...query });
  expect(listed?.chains.totalItems).toBe(1);
  expect(listed?.chains.items[0]).toMatchObject({ id: row.id, last: { packageCode: 'premium' } });
});

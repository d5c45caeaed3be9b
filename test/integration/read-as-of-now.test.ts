import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { UserProductStore } from '../../src/application/ports/user-product-store.js';
import { at, seedOrganisation } from '../support/organisation.js';
import { makeTestTime, startProcess } from '../support/process.js';
import { openTestStores, type TestStores } from '../support/stores.js';

const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };

describe('A preview that meets a drain', () => {
  let database: TestStores;
  beforeAll(async () => {
    database = await openTestStores();
  });
  afterAll(() => database.close());

  test('finds a successor that is inserted between its two looks', async () => {
    const { stores } = database;
    const seeded = await seedOrganisation(stores);
    const product = await seeded.subscribe({ code: 'basic', ...april });
    let looks = 0;
    // Looked for before it was inserted, and then in its source after that had let go of it.
    const find: UserProductStore['find'] = (...asked) => {
      looks += 1;
      return looks === 1 ? Promise.resolve(null) : stores.userProducts.find(...asked);
    };
    const useCases = startProcess(
      { ...stores, userProducts: { ...stores.userProducts, find } },
      makeTestTime(at('2026-04-16T00:00:00+02:00')),
    );
    const preview = await useCases.previewChange(seeded.request(product, 'digital'));
    expect([preview?.allowed, looks]).toEqual([true, 2]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { toInstant } from '../../src/domain/time/instant.js';
import { guardsOf } from '../support/guards.js';
import { at, seedOrganisation } from '../support/organisation.js';
import { makeTestTime, startProcess } from '../support/process.js';
import { openTestStores, type TestStores } from '../support/stores.js';

const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };
const during = at('2026-04-16T00:00:00+02:00');
const dayMs = 86_400_000;

// docs/architecture.md §3: the document stays small.
describe('Answers that a user product keeps for their keys', () => {
  let database: TestStores;
  beforeAll(async () => {
    database = await openTestStores();
  });
  afterAll(() => database.close());

  test('go after a day, when another one comes', async () => {
    const { stores } = database;
    const seeded = await seedOrganisation(stores);
    const product = await seeded.subscribe({ code: 'basic', ...april });
    const { organisationId, accountId, id: userProductId } = product;
    const time = makeTestTime(during);
    const useCases = startProcess(stores, time);
    const edit = async (name: string): Promise<number | undefined> => {
      const guards = guardsOf({ organisationId, key: name });
      const key = { organisationId, accountId, userProductId };
      await useCases.editUserProduct(key, { subscriptionNumber: name }, guards);
      return (await stores.userProducts.find(organisationId, userProductId))?.keptAnswers.length;
    };
    expect([await edit('a'), await edit('b')]).toEqual([1, 2]);
    time.set(toInstant(during + dayMs - 1));
    expect(await edit('c')).toBe(3);
    time.set(toInstant(during + dayMs));
    expect(await edit('d')).toBe(2);
  });
});

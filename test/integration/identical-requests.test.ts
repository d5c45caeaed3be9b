import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { OutcomeUnknownError } from '../../src/application/ports/failures.js';
import type { UserProductStore } from '../../src/application/ports/user-product-store.js';
import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import { brokenPromises, eventNames } from '../support/broken-promises.js';
import { answerText, guardsOf, isReplay } from '../support/guards.js';
import { at, seedOrganisation } from '../support/organisation.js';
import { makeTestTime, startProcess } from '../support/process.js';
import { openTestStores, type TestStores } from '../support/stores.js';

const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };
const during = at('2026-04-16T00:00:00+02:00');

describe('50 identical requests at once', () => {
  let database: TestStores;
  let stores: ChangeStores;
  beforeAll(async () => {
    database = await openTestStores();
    stores = database.stores;
  });
  afterAll(() => database.close());

  const begin = async () => {
    const seeded = await seedOrganisation(stores);
    const product = await seeded.subscribe({ code: 'basic', ...april });
    const { accountId, organisationId } = product;
    const time = makeTestTime(during);
    const processes = [startProcess(stores, time), startProcess(stores, time)] as const;
    return {
      product,
      time,
      request: (code: string) => seeded.request(product, code),
      guards: (key: string | undefined) =>
        guardsOf({ organisationId, ...(key === undefined ? {} : { key }) }),
      processOf: (index: number) => processes[index % 2 === 0 ? 0 : 1],
      finish: async (): Promise<readonly string[]> => {
        await processes[0].drainOutbox(organisationId);
        expect(await brokenPromises(stores, organisationId, accountId)).toEqual([]);
        return eventNames(stores, organisationId, accountId);
      },
      kept: async () =>
        (await stores.userProducts.find(organisationId, product.id))?.keptAnswers.length,
    };
  };

  describe.each([
    ['digital', '2 package_upgrade'],
    ['lite', '2 package_downgrade'],
  ])('for %s', (code, event) => {
    test.each<[string, (index: number) => string | undefined, number]>([
      ['with one key', () => 'k', 1],
      ['with 50 keys', (index) => `k${String(index)}`, 32],
      ['without a key', () => undefined, 0],
    ])('%s are done once and get one answer', async (...told) => {
      const [, keyOf, mostKept] = told;
      const { request, guards, processOf, finish, kept } = await begin();
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          processOf(index).requestChange(request(code), guards(keyOf(index))),
        ),
      );
      expect(answers.filter((it) => !it.ok)).toEqual([]);
      expect(new Set(answers.map((it) => answerText(it, guards(undefined)))).size).toBe(1);
      expect(await finish()).toEqual(['1 user_product_created', event]);
      // Those that lose ten times against other keys are answered without being kept.
      expect(await kept()).toBeLessThanOrEqual(mostKept);
      expect(await kept()).toBeGreaterThanOrEqual(Math.min(1, mostKept));
    });
  });
});

describe('Keeping the answer of a keyed repeat', () => {
  let database: TestStores;
  beforeAll(async () => {
    database = await openTestStores();
  });
  afterAll(() => database.close());

  test.each([
    ['was written and its reply lost', true],
    ['never reached the database', false],
  ])('is found done or is done again where it %s', async (_, isWritten) => {
    const { stores } = database;
    const seeded = await seedOrganisation(stores);
    const product = await seeded.subscribe({ code: 'basic', ...april });
    const { organisationId } = product;
    const time = makeTestTime(during);
    const request = seeded.request(product, 'lite');
    const first = await startProcess(stores, time).requestChange(request);
    let calls = 0;
    const keepAnswer: UserProductStore['keepAnswer'] = async (...asked) => {
      calls += 1;
      if (calls > 1) return stores.userProducts.keepAnswer(...asked);
      if (isWritten) await stores.userProducts.keepAnswer(...asked);
      throw new OutcomeUnknownError();
    };
    const losing = startProcess(
      { ...stores, userProducts: { ...stores.userProducts, keepAnswer } },
      time,
    );
    const guards = guardsOf({ organisationId, key: 'k' });
    const repeat = await losing.requestChange(request, guards);
    expect([answerText(repeat, guards), isReplay(repeat), calls]).toEqual([
      answerText(first, guards),
      isWritten,
      isWritten ? 1 : 2,
    ]);
    const row = await stores.userProducts.find(organisationId, product.id);
    expect(row?.keptAnswers).toHaveLength(1);
  });
});

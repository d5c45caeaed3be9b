import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { OutcomeUnknownError } from '../../src/application/ports/failures.js';
import type { UserProductStore } from '../../src/application/ports/user-product-store.js';
import type { UseCases } from '../../src/composition/compose-use-cases.js';
import type { Stores } from '../../src/storage/open-stores.js';
import { applyInWords } from '../support/apply-in-words.js';
import { brokenPromises, eventNames } from '../support/broken-promises.js';
import { answerText, guardsOf, isReplay, type WordedGuards } from '../support/guards.js';
import { coveringValues } from '../support/depth.js';
import { openMemoryStores } from '../support/memory-stores/open-memory-stores.js';
import { at } from '../support/organisation.js';
import { makeTestTime, startProcess } from '../support/process.js';
import { seedOnMiddleTier } from '../support/seeded-group.js';
import { openTestStores, type TestStores } from '../support/stores.js';
import { verifyFindings } from '../support/verify-findings.js';

const during = at('2026-04-16T00:00:00+02:00');

let database: TestStores;
beforeAll(async () => {
  database = await openTestStores();
});
afterAll(() => database.close());

/** A subscription that is told by documents, on a tier of a group. */
const begin = async (stores: Stores) => {
  const place = await seedOnMiddleTier(stores);
  const { product } = place;
  const { organisationId, accountId } = product;
  const time = makeTestTime(during);
  const processes = [startProcess(stores, time), startProcess(stores, time)] as const;
  return {
    ...place,
    guards: (key: string | undefined) =>
      guardsOf({ organisationId, ...(key === undefined ? {} : { key }) }),
    processOf: (index: number) => processes[index % 2 === 0 ? 0 : 1],
    finish: async (): Promise<readonly string[]> => {
      await processes[0].drainOutbox(organisationId);
      expect(await brokenPromises(stores, organisationId, accountId)).toEqual([]);
      expect(await verifyFindings(stores, organisationId, during)).toEqual([]);
      const [, invoiced, ...news] = await eventNames(stores, organisationId, accountId);
      expect(invoiced).toBe('2 invoice.created 100.00');
      return news;
    },
    kept: async () =>
      (await stores.userProducts.find(organisationId, product.id))?.keptAnswers.length,
  };
};

type Begun = Awaited<ReturnType<typeof begin>>;
/** Sends a request, and gives what goes out for it. */
type Send = (by: UseCases, to: Begun, guards: WordedGuards) => Promise<string>;

const change =
  (code: string): Send =>
  async (by, { seeded, product }, guards) =>
    answerText(await by.requestChange(seeded.request(product, code), guards), guards);
const apply =
  (code: string): Send =>
  (by, { group, product }, guards) =>
    applyInWords(by, group.apply(product, code), guards);

const works: readonly (readonly [string, Send, readonly string[]])[] = [
  ['an upgrade', change('digital'), ['3 package_upgrade']],
  ['a downgrade', change('lite'), ['3 package_downgrade']],
  [
    'a tier at once',
    apply('digital'),
    [
      '3 package_upgrade',
      '4 credit_note.created 50.00',
      '5 invoice.created 200.00',
      '6 credit_note.send_requested 50.00',
    ],
  ],
  ['a tier at the end of the period', apply('lite'), ['3 package_downgrade']],
];

const keys: readonly (readonly [string, (index: number) => string | undefined, number])[] = [
  ['with one key', () => 'k', 1],
  ['with 50 keys', (index) => `k${String(index)}`, 32],
  ['without a key', () => undefined, 0],
];
const all = works.flatMap(([work, send, events]) =>
  keys.map(([keyed, keyOf, mostKept]) => ({ work, send, events, keyed, keyOf, mostKept })),
);

describe('50 identical requests at once', () => {
  describe.each([
    ['in memory', () => openMemoryStores(), all],
    [
      'on the database',
      () => database.stores,
      coveringValues(all, ({ work, keyed }) => ({ work, keyed })),
    ],
  ] as const)('%s', (...[, open, cases]) => {
    test.each(cases)('for $work, $keyed, are done once and get one answer', async (told) => {
      const { send, events, keyOf, mostKept } = told;
      const begun = await begin(open());
      const { guards, processOf, finish, kept } = begun;
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          send(processOf(index), begun, guards(keyOf(index))),
        ),
      );
      expect([...new Set(answers)]).toEqual([expect.stringMatching(/^\{/)]);
      expect(await finish()).toEqual(events);
      // Those that lose ten times against other keys are answered without being kept.
      expect(await kept()).toBeLessThanOrEqual(mostKept);
      expect(await kept()).toBeGreaterThanOrEqual(Math.min(1, mostKept));
    });
  });
});

describe('Keeping the answer of a keyed repeat', () => {
  test.each([
    ['was written and its reply lost', true],
    ['never reached the database', false],
  ])('is found done or is done again where it %s', async (_, isWritten) => {
    const { stores } = database;
    const { seeded, product } = await begin(stores);
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

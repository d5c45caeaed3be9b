import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { UserProductKey } from '../../src/application/commit/load-user-product.js';
import type { WriteGuards } from '../../src/application/commit/guards.js';
import type { WriteResult } from '../../src/application/commit/write-result.js';
import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import type { UseCases } from '../../src/composition/compose-use-cases.js';
import type { UserProduct } from '../../src/domain/user-product/user-product.js';
import { brokenPromises, eventNames } from '../support/broken-promises.js';
import { answerText, guardsOf, isReplay } from '../support/guards.js';
import { Crash, type Interruption, interruptedStores } from '../support/interrupted-stores.js';
import { at, seedOrganisation, type SeededOrganisation } from '../support/organisation.js';
import { makeTestTime, startProcess } from '../support/process.js';
import { onlyFor, openTestStores, type TestStores } from '../support/stores.js';

type Answer = WriteResult<string>;
type Place = {
  readonly seeded: SeededOrganisation;
  readonly product: UserProduct;
  readonly key: UserProductKey;
};
/** One keyed write on a fresh subscription, and what must come of it however often its process dies on the way. */
type Work = {
  readonly name: string;
  readonly write: (useCases: UseCases, place: Place, guards: WriteGuards) => Promise<Answer>;
  /** Every command until it answers: a stop is tried before and after each of these, and of the drain's. */
  readonly commands: readonly string[];
  readonly events: readonly string[];
};

const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };
const during = at('2026-04-16T00:00:00+02:00');
const noReason = { reasonId: null, creditInvoiceIfSent: false };

const change =
  (code: string): Work['write'] =>
  (useCases, { seeded, product }, guards) =>
    useCases.requestChange(seeded.request(product, code), guards);

const works: readonly Work[] = [
  {
    name: 'a keyed upgrade',
    write: change('digital'),
    commands: ['userProducts.find', 'userProducts.commit', 'userProducts.insert'],
    events: ['1 user_product_created', '2 package_upgrade'],
  },
  {
    name: 'a keyed downgrade',
    write: change('lite'),
    commands: ['userProducts.find', 'userProducts.commit'],
    events: ['1 user_product_created', '2 package_downgrade'],
  },
  {
    name: 'a keyed cancellation',
    write: (useCases, { key }, guards) => useCases.cancelUserProduct(key, noReason, guards),
    commands: ['userProducts.find', 'userProducts.commit'],
    events: ['1 user_product_created', '2 user_product_cancelled'],
  },
];

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
  const { accountId, organisationId, id: userProductId } = product;
  const time = makeTestTime(during);
  const own = onlyFor(stores, seeded.organisation);
  const clean = startProcess(own, time);
  await clean.drainOutbox(organisationId);
  const guards = (key: string | null = 'k', wording = '') =>
    guardsOf({ organisationId, wording, ...(key === null ? {} : { key }) });
  const place: Place = { seeded, product, key: { organisationId, accountId, userProductId } };
  return {
    place,
    time,
    own,
    clean,
    guards,
    isKept: async (): Promise<boolean> => {
      const row = await stores.userProducts.find(organisationId, userProductId);
      return row?.keptAnswers.length === 1;
    },
    finish: async (): Promise<readonly string[]> => {
      await clean.drainOutbox(organisationId);
      expect(await brokenPromises(stores, organisationId, accountId)).toEqual([]);
      return eventNames(stores, organisationId, accountId);
    },
  };
};

describe.each(works)('A process that dies during $name', ({ write, commands, events }) => {
  test('sends these commands and no others before it answers', async () => {
    const { place, own, time, guards } = await begin();
    const watched = interruptedStores(own, null);
    await write(startProcess(watched.stores, time), place, guards());
    expect(watched.calls).toEqual(commands);
  });

  test.each(['before', 'after'] as const)(
    'is answered the same id on a retry with the key, once, stopped %s any command',
    async (when) => {
      let stops = 0;
      for (let atCall = 1; ; atCall += 1) {
        const { place, own, time, clean, guards, isKept, finish } = await begin();
        const first = guards('k', 'first');
        const dying = interruptedStores(own, { kind: 'crash', atCall, when });
        const process = startProcess(dying.stores, time);
        const answer = await untilDeath(async (tell) => {
          tell(await write(process, place, first));
          await process.drainOutbox(place.key.organisationId);
        });
        const wasKept = await isKept();
        const retry = await write(clean, place, guards('k', 'second'));
        // Committed, though nobody was told: the retry gets what the first call would have been answered.
        expect([retry.ok, isReplay(retry)]).toEqual([true, wasKept]);
        if (answer !== null) expect(answerText(retry, first)).toBe(answerText(answer, first));
        const again = await write(clean, place, guards('k', 'third'));
        expect(isReplay(again)).toBe(true);
        expect(answerText(again, first)).toBe(answerText(retry, guards('k', 'second')));
        expect(await finish()).toEqual(events);
        if (!dying.hasDied()) break;
        stops += 1;
      }
      expect(stops).toBeGreaterThanOrEqual(commands.length + 6);
    },
  );

  test('between commit and reply: the retry replays', async () => {
    const { place, own, time, clean, guards, finish } = await begin();
    const dying = interruptedStores(own, { kind: 'crash', atCall: 2, when: 'after' });
    const process = startProcess(dying.stores, time);
    expect(await untilDeath(() => write(process, place, guards('k', 'first')))).toBeNull();
    const retry = await write(clean, place, guards('k', 'second'));
    expect(isReplay(retry)).toBe(true);
    expect(answerText(retry, guards())).toContain('"wording":"first"');
    expect(await finish()).toEqual(events);
  });
});

describe.each(works)('The reply of $name that never comes', ({ write, events }) => {
  test.each<Interruption>([
    { kind: 'reply lost', atCommit: 1 },
    { kind: 'command delayed', atCommit: 1 },
  ])(
    '($kind) is answered truly, and the retry with the key gets the same',
    async (interruption) => {
      const { place, own, time, clean, guards, finish } = await begin();
      const lost = interruptedStores(own, interruption);
      const first = guards('k', 'first');
      const answer = await write(startProcess(lost.stores, time), place, first);
      await lost.land();
      const retry = await write(clean, place, guards('k', 'second'));
      expect([answer.ok, isReplay(retry)]).toEqual([true, true]);
      expect(answerText(retry, guards())).toBe(answerText(answer, first));
      expect(await finish()).toEqual(events);
    },
  );
});

async function untilDeath(
  run: (tell: (answer: Answer) => void) => Promise<unknown>,
): Promise<Answer | null> {
  let told: Answer | null = null;
  await run((answer) => {
    told = answer;
  }).catch((error: unknown) => {
    if (!(error instanceof Crash)) throw error;
  });
  return told;
}

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BusyError } from '../../src/application/ports/failures.js';
import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import type { UseCases } from '../../src/composition/compose-use-cases.js';
import type { UserProduct } from '../../src/domain/user-product/user-product.js';
import { brokenPromises, eventNames } from '../support/broken-promises.js';
import { type Interruption, interruptedStores } from '../support/interrupted-stores.js';
import { guardsOf } from '../support/guards.js';
import { at, seedOrganisation, type SeededOrganisation } from '../support/organisation.js';
import { makeTestTime, startProcess, type TestTime } from '../support/process.js';
import { openTestStores, type TestStores } from '../support/stores.js';

const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };
const during = at('2026-04-16T00:00:00+02:00');

type Place = {
  readonly seeded: SeededOrganisation;
  readonly product: UserProduct;
  readonly time: TestTime;
  readonly other: UseCases;
};

// A document keeps the ids of its last 32 changes (docs/architecture.md §3): so far the fate of a lost reply can be known.
describe('A commit whose reply was lost, met again after other commits', () => {
  let database: TestStores;
  let stores: ChangeStores;
  beforeAll(async () => {
    database = await openTestStores();
    stores = database.stores;
  });
  afterAll(() => database.close());

  /** Asks for a downgrade, loses the reply, and lets others commit so many times before it looks again. */
  const ask = async (kind: Extract<Interruption, { atCommit: number }>['kind'], others: number) => {
    const seeded = await seedOrganisation(stores);
    const product = await seeded.subscribe({ code: 'basic', ...april });
    const { organisationId, accountId, id: userProductId } = product;
    const time = makeTestTime(during);
    const other = startProcess(stores, time);
    let edits = 0;
    const pause = async (): Promise<void> => {
      while (edits < others) {
        edits += 1;
        const key = { organisationId, accountId, userProductId };
        await other.editUserProduct(key, { subscriptionNumber: `S ${String(edits)}` });
      }
    };
    const lost = interruptedStores(stores, { kind, atCommit: 1 });
    const asking = startProcess(lost.stores, time, { pause });
    const answer = await asking
      .requestChange(seeded.request(product, 'lite'))
      .catch((error: unknown) => error);
    await other.drainOutbox(organisationId);
    const events = await eventNames(stores, organisationId, accountId);
    expect(await brokenPromises(stores, organisationId, accountId)).toEqual([]);
    return { answer, product, downgrades: events.filter((it) => it.endsWith('package_downgrade')) };
  };

  test.each([0, 1, 31])('is found done after %i others, and not done twice', async (others) => {
    const { answer, product, downgrades } = await ask('reply lost', others);
    expect(answer).toMatchObject({ ok: true, id: product.id });
    expect(downgrades).toEqual(['2 package_downgrade']);
  });

  test('is not claimed either way after 32 others, which have pushed its id out', async () => {
    const { answer, downgrades } = await ask('reply lost', 32);
    expect(answer).toBeInstanceOf(BusyError);
    expect(downgrades).toEqual(['2 package_downgrade']);
  });

  test.each([1, 31, 32])('was never written, which %i others prove: it is done', async (others) => {
    const { answer, product, downgrades } = await ask('command delayed', others);
    expect(answer).toMatchObject({ ok: true, id: product.id });
    expect(downgrades).toEqual([`${String(others + 2)} package_downgrade`]);
  });

  test('was never written, which 33 others no longer prove: nothing is claimed or done', async () => {
    const { answer, downgrades } = await ask('command delayed', 33);
    expect(answer).toBeInstanceOf(BusyError);
    expect(downgrades).toEqual([]);
  });

  /** The same, where one thing happens before it looks again. */
  const askWhile = async (meanwhile: (place: Place) => Promise<unknown>) => {
    const seeded = await seedOrganisation(stores);
    const product = await seeded.subscribe({ code: 'basic', ...april });
    const time = makeTestTime(during);
    const pause = async (): Promise<void> => {
      await meanwhile({ seeded, product, time, other: startProcess(stores, time) });
    };
    const lost = interruptedStores(stores, { kind: 'reply lost', atCommit: 1 });
    const asking = startProcess(lost.stores, time, { pause });
    const answer = await asking.requestChange(seeded.request(product, 'lite'));
    return { answer, product, commits: lost.calls.filter((it) => it === 'userProducts.commit') };
  };

  test("gets its own answer, not that of another's change that has ended the row since", async () => {
    const { answer, product } = await askWhile(({ other, seeded, product: row }) =>
      other.requestChange(seeded.request(row, 'premium')),
    );
    expect(answer).toMatchObject({ ok: true, id: product.id });
  });

  test('is found done without doing on the way what has fallen due since', async () => {
    const { answer, product, commits } = await askWhile(({ time }) => {
      time.set(at(april.validTo));
      return Promise.resolve();
    });
    expect(answer).toMatchObject({ ok: true, id: product.id });
    expect(commits).toHaveLength(1);
  });

  test('is not followed by a refusal of its key, which another has used since, while it may still land', async () => {
    const seeded = await seedOrganisation(stores);
    const product = await seeded.subscribe({ code: 'basic', ...april });
    const { organisationId, accountId, id: userProductId } = product;
    const key = { organisationId, accountId, userProductId };
    const time = makeTestTime(during);
    const guards = (body: string) => guardsOf({ organisationId, key: 'k', body });
    const pause = async (): Promise<void> => {
      // Like that already: the answer is kept for the key, and the version stays what it was.
      const other = startProcess(stores, time);
      await other.editUserProduct(key, { state: 'activated' }, guards('other'));
    };
    const lost = interruptedStores(stores, { kind: 'command delayed', atCommit: 1 });
    const asking = startProcess(lost.stores, time, { pause });
    const answer = asking.editUserProduct(key, { subscriptionNumber: 'S 7' }, guards('own'));
    await expect(answer).rejects.toThrow(BusyError);
  });
});

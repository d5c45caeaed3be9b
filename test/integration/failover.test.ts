import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import {
  BusyError,
  OutcomeUnknownError,
  StoreUnavailableError,
} from '../../src/application/ports/failures.js';
import { connect } from '../../src/storage/connect.js';
import { openStores } from '../../src/storage/open-stores.js';
import { brokenPromises, eventNames } from '../support/broken-promises.js';
import { freshDatabaseUri } from '../support/database.js';
import { at, seedOrganisation } from '../support/organisation.js';
import { makeTestTime, startProcess } from '../support/process.js';
import { openReplicaSet } from '../support/replica-set/open-replica-set.js';
import { onlyFor } from '../support/stores.js';

const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };
const during = at('2026-04-16T00:00:00+02:00');
const passing = [BusyError, OutcomeUnknownError, StoreUnavailableError];

/** A replica set whose primary changes while requests run, and how each of them was answered. */
async function failOverUnderLoad(heartbeats: 'streaming' | 'polling') {
  const set = await openReplicaSet({ heartbeats });
  const uri = freshDatabaseUri(set.uri);
  const watch = { unavailableMs: 500, lookEveryMs: 100 };
  const database = await connect({ uri, requestTimeoutMs: 20_000, longestWaitMs: 3_000, watch });
  const stores = openStores(database);
  await stores.database.ensureIndexes();
  const seeded = await seedOrganisation(stores);
  const products = await Promise.all(
    Array.from({ length: 40 }, () => seeded.subscribe({ code: 'basic', ...april })),
  );
  const useCases = startProcess(onlyFor(stores, seeded.organisation), makeTestTime(during));
  const answers = products.map(async (product, index) => {
    await pause(index * 5);
    return useCases
      .requestChange(seeded.request(product, 'digital'))
      .catch((error: unknown) => error);
  });
  for (let times = 0; times < 3; times += 1) {
    await pause(50);
    set.failOver();
  }
  const given = await Promise.all(answers);
  return { set, database, stores, seeded, products, useCases, given };
}

describe.each(['streaming', 'polling'] as const)(
  'Failovers under load, heartbeats %s',
  (heartbeats) => {
    test('lose and double nothing: each answer is what is stored, and what passes is told as such', async () => {
      const it = await failOverUnderLoad(heartbeats);
      const { id: organisationId } = it.seeded.organisation;
      for (const [index, answer] of it.given.entries()) {
        if (answer instanceof Error) {
          expect(passing.some((known) => answer instanceof known)).toBe(true);
        } else expect(answer).toMatchObject({ ok: true });
        // Whoever asks again is told the same, whatever came of the first time.
        const product = it.products[index];
        if (product === undefined) throw new Error('no product');
        const again = await patiently(() =>
          it.useCases.requestChange(it.seeded.request(product, 'digital')),
        );
        if (!(answer instanceof Error))
          expect(again).toMatchObject({ id: (answer as { id?: string }).id });
      }
      await patiently(() => it.useCases.drainOutbox(organisationId));
      for (const { accountId } of it.products) {
        expect(await brokenPromises(it.stores, organisationId, accountId)).toEqual([]);
        expect(await eventNames(it.stores, organisationId, accountId)).toEqual([
          '1 user_product_created',
          '2 package_upgrade',
        ]);
      }
      await it.database.connection.dropDatabase();
      await it.database.close();
      await it.set.close();
    });
  },
);

/** As a client and the worker do: what is passing is asked again. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 0; tries < 20; tries += 1) {
    const answer = await ask().catch((error: unknown) => {
      if (!passing.some((known) => error instanceof known)) throw error;
      return null;
    });
    if (answer !== null) return answer;
  }
  throw new Error('it never passed');
}

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  OutcomeUnknownError,
  StoreUnavailableError,
} from '../../src/application/ports/failures.js';
import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import { at, seedOrganisation } from '../support/organisation.js';
import { makeTestTime, silentLog, startProcess } from '../support/process.js';
import { openTestStores, type TestStores } from '../support/stores.js';

const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };

describe('A drain', () => {
  let database: TestStores;
  beforeAll(async () => {
    database = await openTestStores();
  });
  afterAll(() => database.close());

  /** Three user products wait to be drained, and events cannot be written for that reason. */
  const drainWhile = async (error: Error) => {
    const { stores } = database;
    const seeded = await seedOrganisation(stores);
    for (const code of ['basic', 'lite', 'digital']) await seeded.subscribe({ code, ...april });
    let tries = 0;
    const append: ChangeStores['events']['append'] = () => {
      tries += 1;
      return Promise.reject(error);
    };
    const errors: string[] = [];
    const log = { ...silentLog, error: (message: string) => errors.push(message) };
    const failing = { ...stores, events: { ...stores.events, append } };
    const process = startProcess(failing, makeTestTime(at(april.validFrom)), { log });
    const drained = await process
      .drainOutbox(seeded.organisation.id)
      .catch((thrown: unknown) => thrown);
    return { drained, tries, errors };
  };

  test.each([new StoreUnavailableError(), new OutcomeUnknownError()])(
    'gives up at once while the database is away, and blames no document: %s',
    async (error) => {
      expect(await drainWhile(error)).toEqual({ drained: error, tries: 1, errors: [] });
    },
  );

  test('tells of each document that cannot be drained, where the database is not away', async () => {
    const { drained, tries, errors } = await drainWhile(new Error('unreadable'));
    expect([drained, tries]).toEqual([0, 4]);
    expect(errors).toEqual(Array.from({ length: 3 }, () => 'a user product cannot be drained'));
  });
});

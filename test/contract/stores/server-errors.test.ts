import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import {
  OutcomeUnknownError,
  StoreUnavailableError,
} from '../../../src/application/ports/failures.js';
import type { Stores } from '../../../src/storage/open-stores.js';
import type { Fault } from '../../support/replica-set/faults.js';
import { openReplicaSet, type ReplicaSet } from '../../support/replica-set/open-replica-set.js';
import { openTestStores, type TestStores } from '../../support/stores.js';
import { commitPaths } from './write-paths/commit-paths.js';
import { insertPaths } from './write-paths/insert-paths.js';
import { keyPaths } from './write-paths/key-paths.js';
import { updatePaths } from './write-paths/update-paths.js';
import type { Written } from './write-paths/write-path.js';

/** Every way in which the product writes, as far as commands and their options differ. */
const writePaths = [...commitPaths, ...insertPaths, ...updatePaths, ...keyPaths];

/** What servers were seen to say of the state that they are in; 999999 stands for those that nobody has seen yet. */
const codes = [24, 43, 50, 112, 175, 202, 365, 371, 407, 11_601, 13_388, 14_031, 999_999];

const written = { when: 'after', isDone: true } as const;
const notWritten = { when: 'before', isDone: false } as const;

type Case = Pick<Fault, 'when' | 'as' | 'labels'> & { readonly isDone: boolean };
const whole: readonly Case[] = [
  { ...notWritten, as: 'error' },
  { ...written, as: 'error' },
  { ...written, as: 'majority' },
];
const perStatement: readonly Case[] = [
  { ...notWritten, as: 'statement' },
  { ...written, as: 'statement' },
];

let set: ReplicaSet;
let database: TestStores;
let stores: Stores;
beforeAll(async () => {
  set = await openReplicaSet();
  database = await openTestStores(set.uri);
  stores = database.stores;
});
afterAll(async () => {
  await database.close();
  await set.close();
});
afterEach(() => {
  set.clear();
});

const failureOf = async (run: () => Promise<unknown>): Promise<unknown> =>
  run().then(
    () => null,
    (error: unknown) => error,
  );

/** Runs the write into the fault; how it failed, and whether it is stored. */
async function meet({ run, isStored }: Written, fault: Fault) {
  set.add(fault);
  const error = await failureOf(run);
  set.clear();
  return { error, isStored: await isStored() };
}

describe.each(writePaths)(
  'A server error on $name',
  ({ prepare, command, isSentAgain = false }) => {
    const isBatched = command !== 'findAndModify';
    const cases = isBatched ? [...whole, ...perStatement] : whole;

    test.each(cases)(
      'told $when the write as "$as" leaves its fate unknown, whatever its code',
      async ({ isDone, ...how }) => {
        for (const code of how.as === 'error' ? codes : [50, 112, 14_031]) {
          const { error, isStored } = await meet(await prepare(stores), { command, code, ...how });
          expect([code, error]).toEqual([code, expect.any(OutcomeUnknownError)]);
          expect([code, isStored]).toEqual([code, isDone]);
        }
      },
    );

    test('that says of itself that nothing was written says so of one command', async () => {
      const labels = ['RetryableError', 'NoWritesPerformed'];
      const fault = { command, code: 112, labels, when: 'before', as: 'error' } as const;
      const { error, isStored } = await meet(await prepare(stores), fault);
      expect(error).toBeInstanceOf(Error);
      const isBulk = error instanceof OutcomeUnknownError;
      expect(isBulk || error instanceof StoreUnavailableError).toBe(true);
      expect(isStored).toBe(false);
    });

    test('that may be sent again is: the driver gets the first reply, and the write is done once', async () => {
      const labels = ['RetryableWriteError'];
      const fault = { command, code: 91, labels, when: 'after', as: 'error' } as const;
      const { error, isStored } = await meet(await prepare(stores), fault);
      expect(isStored).toBe(true);
      // What deletes many is sent once: nothing says which of them are gone.
      if (command === 'delete') expect(error).toBeInstanceOf(OutcomeUnknownError);
      else expect(error).toBeNull();
    });

    test('about what was sent is told as it is, or each part is sent by itself', async () => {
      const fault = { command, code: 10_334, when: 'before', as: 'error' } as const;
      const { error, isStored } = await meet(await prepare(stores), fault);
      expect(isStored).toBe(isSentAgain);
      if (isSentAgain) return;
      expect(error).toBeInstanceOf(Error);
      expect(error).not.toBeInstanceOf(OutcomeUnknownError);
      expect(error).not.toBeInstanceOf(StoreUnavailableError);
    });
  },
);

describe('A server error on a read', () => {
  test.each(codes)('of code %i is the database away: it may be read again', async (code) => {
    const { organisations, userProducts, walk } = stores;
    const id = '56e1741a6fc9365306000000' as never;
    const reads = [
      () => organisations.list(),
      () => userProducts.find(id, id),
      () => userProducts.listByAccount(id, id),
      () => walk.page(id, { after: null, limit: 2 }),
    ];
    for (const read of reads) {
      set.add({ command: 'find', code, when: 'before', as: 'error', times: 2 });
      expect(await failureOf(read)).toBeInstanceOf(StoreUnavailableError);
      set.clear();
    }
  });
});

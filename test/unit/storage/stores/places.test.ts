import { expect, test } from '@jest/globals';
import type { AccountId, OrganisationId } from '../../../../src/domain/ids.js';
import { toInstant } from '../../../../src/domain/time/instant.js';
import { makeProductPlaces } from '../../../../src/storage/stores/places.js';
import { idOf } from '../../../support/domain/id-of.js';

const [organisationId, accountId] = [idOf<OrganisationId>(1), idOf<AccountId>(2)];
const now = toInstant(Date.parse('2026-11-01T12:00:00Z'));

/** An account as each read finds it, in turn, and whether each update matches; what is asked is noted. */
function database(reads: readonly object[], updates: readonly boolean[], rows = 0) {
  const asked: string[] = [];
  const [found, matched] = [[...reads], [...updates]];
  const accounts = {
    updateOne: () => {
      asked.push('update');
      return Promise.resolve({ matchedCount: matched.shift() === true ? 1 : 0 });
    },
    findOne: () => {
      asked.push('find');
      return Promise.resolve(found.shift() ?? null);
    },
  };
  const userProducts = {
    countDocuments: () => {
      asked.push('count');
      return Promise.resolve(rows);
    },
  };
  const models = { accounts: { collection: accounts }, userProducts: { collection: userProducts } };
  const send = <T>(run: () => Promise<T>): Promise<T> => run();
  return { asked, places: makeProductPlaces({ models, reading: send, writing: send } as never) };
}

const take = ({ places }: ReturnType<typeof database>, most = 3) =>
  places.take(organisationId, accountId, { most, now });
const counted = (taken: number) => ({ places: { taken, at: new Date(now - 1_000) } });

test('a place is one update where they are counted', async () => {
  const account = database([], [true]);
  expect([await take(account), account.asked]).toEqual(['taken', ['update']]);
});

test('who finds that somebody has begun to count meanwhile asks again', async () => {
  const account = database([counted(1)], [false, true]);
  expect([await take(account), account.asked]).toEqual(['taken', ['update', 'find', 'update']]);
});

test('who was slower to begin asks again', async () => {
  const account = database([{}], [false, false, true]);
  expect(await take(account)).toBe('taken');
  expect(account.asked).toEqual(['update', 'find', 'count', 'update', 'update']);
});

test('none is given where all are taken, without a count of the rows', async () => {
  const account = database([counted(3)], []);
  expect([await take(account), account.asked]).toEqual(['full', ['update', 'find']]);
});

test('it is given up where others are faster time and again', async () => {
  const account = database(
    Array.from({ length: 10 }, () => counted(1)),
    [],
  );
  await expect(take(account)).rejects.toThrow('others keep taking places');
});

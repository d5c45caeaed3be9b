import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import * as port from '../../../src/application/ports/user-product-store.js';
import type { OrganisationId, UserProductId } from '../../../src/domain/ids.js';
import { at } from '../../support/domain/at.js';
import { guardsOf } from '../../support/guards.js';
import { newId } from '../../support/organisation.js';
import { buildCommit } from '../../support/stored/build-commit.js';
import { buildRow, nextOf } from '../../support/stored/build-row.js';
import type { TestStores } from '../../support/stores.js';

const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };
const noon = at('2026-04-16T12:00:00Z');

/** The product over stores of its own, as it is where these constants of the port are others. */
async function load(changed: Partial<typeof port>) {
  jest.resetModules();
  jest.unstable_mockModule('../../../src/application/ports/user-product-store.js', () => ({
    ...port,
    ...changed,
  }));
  const { openTestStores } = await import('../../support/stores.js');
  const { makeTestTime, startProcess } = await import('../../support/process.js');
  const { seedOrganisation } = await import('../../support/organisation.js');
  const database = await openTestStores();
  opened.push(database);
  const { stores } = database;
  const subscribe = async () => {
    const seeded = await seedOrganisation(stores);
    const product = await seeded.subscribe({ code: 'basic', ...april });
    const { organisationId, accountId, id: userProductId } = product;
    const useCases = startProcess(stores, makeTestTime(noon));
    const key = { organisationId, accountId, userProductId };
    return { useCases, key };
  };
  return { stores, subscribe };
}
type Loaded = Awaited<ReturnType<typeof load>>;
const opened: TestStores[] = [];
afterAll(() => Promise.all(opened.map((it) => it.close())));

/** What of docs/architecture.md §3 and §4 is counted, by how it comes out. */
const counted = {
  /** How many of a document's last changes it keeps the ids of. */
  recentChanges: async ({ stores }: Loaded): Promise<number> => {
    let row = buildRow();
    await stores.userProducts.insert(row.organisationId, { product: row, outbox: [] });
    const ids: unknown[] = [];
    for (let commits = 0; commits < 36; commits += 1) {
      const commit = buildCommit(row, { next: nextOf(row) });
      await stores.userProducts.commit(row.organisationId, commit);
      ids.push(commit.changeId);
      row = commit.next;
    }
    const kept = (await stores.userProducts.find(row.organisationId, row.id))?.recentChanges ?? [];
    expect(kept).toEqual(ids.slice(-kept.length));
    return kept.length;
  },

  /** How many entries an outbox ever holds: a commit that finds so many drains first. */
  outboxEntries: async ({ stores, subscribe }: Loaded): Promise<number> => {
    const { useCases, key } = await subscribe();
    let most = 0;
    for (let edits = 0; edits < 36; edits += 1) {
      await useCases.editUserProduct(key, { subscriptionNumber: `S ${String(edits)}` });
      const row = await stores.userProducts.find(key.organisationId, key.userProductId);
      most = Math.max(most, row?.outbox.length ?? 0);
    }
    return most;
  },

  /** How many keys of a day are answered on one user product before another one is refused. */
  keptAnswers: async ({ subscribe }: Loaded): Promise<number> => {
    const { useCases, key } = await subscribe();
    const { organisationId } = key;
    let answered = 0;
    for (; answered < 36; answered += 1) {
      const subscriptionNumber = `S ${String(answered)}`;
      const guards = guardsOf({ organisationId, key: subscriptionNumber });
      const answer = await useCases.editUserProduct(key, { subscriptionNumber }, guards);
      if (answer.ok) continue;
      expect(answer.failure).toBe('too_many_keys');
      break;
    }
    return answered;
  },

  /** In how many parts an organisation's due rows lie, by their ids; each part is looked at, and each row is counted. */
  dueBuckets: async ({ stores }: Loaded): Promise<number> => {
    const organisationId = newId<OrganisationId>();
    const ids = Array.from({ length: 70 }, (_, last) => {
      const ending = last.toString(16).padStart(2, '0');
      return (newId().slice(0, -2) + ending) as UserProductId;
    });
    const insert = (id: UserProductId) =>
      stores.userProducts.insert(organisationId, {
        product: buildRow({ id, organisationId, validTo: noon }),
        outbox: [],
      });
    await Promise.all(ids.map(insert));
    const find = (bucket: number | 'all') =>
      stores.userProducts.findDue(organisationId, { now: noon, limit: 100, bucket });
    expect(await find('all')).toHaveLength(ids.length);
    expect(await stores.backlog.countDue(organisationId, { now: noon, limit: 100 })).toBe(70);
    const parts = await Promise.all(ids.map((_, bucket) => find(bucket)));
    return parts.filter((it) => it.length > 0).length;
  },
} satisfies Record<string, (loaded: Loaded) => Promise<number>>;

const documented = {
  recentChanges: 32,
  outboxEntries: 32,
  keptAnswers: 32,
  dueBuckets: 64,
} as const satisfies Record<keyof typeof counted, number>;
const sizes = Object.entries(documented) as [keyof typeof counted, number][];

/** The constants of the port, each of another size than documented and than the others: which one counts is seen. */
const others = [
  { recentChangesLimit: 31, outboxLimit: 30, keptAnswersLimit: 29, dueBucketCount: 63 },
  { recentChangesLimit: 33, outboxLimit: 34, keptAnswersLimit: 35, dueBucketCount: 65 },
] as const;

describe('The sizes that the commit protocol is written for', () => {
  let loaded: Loaded;
  beforeAll(async () => {
    loaded = await load({});
  });

  test.each(sizes)('are what docs/architecture.md says: %s is %i', async (name, size) => {
    expect(await counted[name](loaded)).toBe(size);
  });

  // Each stands in the port and nowhere else: where it is changed there, all of the product follows.
  describe.each(others)('with other constants in the port', (constants) => {
    beforeAll(async () => {
      loaded = await load(constants as unknown as Partial<typeof port>);
    });

    test.each([
      ['recentChangesLimit', 'recentChanges'],
      ['outboxLimit', 'outboxEntries'],
      ['keptAnswersLimit', 'keptAnswers'],
      ['dueBucketCount', 'dueBuckets'],
    ] as const)('are the %s of it', async (constant, name) => {
      expect(constants[constant]).not.toBe(documented[name]);
      expect(await counted[name](loaded)).toBe(constants[constant]);
    });
  });
});

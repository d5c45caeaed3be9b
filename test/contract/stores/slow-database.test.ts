import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import {
  OutcomeUnknownError,
  StoreUnavailableError,
} from '../../../src/application/ports/failures.js';
import { connect, type Database, type DatabaseOptions } from '../../../src/storage/connect.js';
import { openStores } from '../../../src/storage/open-stores.js';
import { freshDatabaseUri } from '../../support/database.js';
import { openReplicaSet, type ReplicaSet } from '../../support/replica-set/open-replica-set.js';
import { buildChange, buildEvent } from '../../support/stored/build-entry.js';
import { buildRow } from '../../support/stored/build-row.js';

describe('A database that is slow', () => {
  let set: ReplicaSet;
  const opened: Database[] = [];
  beforeAll(async () => {
    set = await openReplicaSet();
  });
  afterEach(() => {
    set.setMajorityAway(false);
    set.clear();
  });
  afterAll(async () => {
    for (const database of opened) {
      await database.connection.dropDatabase();
      await database.close();
    }
    await set.close();
  });

  const open = async (more: Partial<DatabaseOptions> = {}) => {
    const uri = freshDatabaseUri(set.uri);
    const database = await connect({ uri, requestTimeoutMs: 120_000, ...more });
    opened.push(database);
    return openStores(database);
  };
  const insert = ({ userProducts }: Awaited<ReturnType<typeof open>>) => {
    const product = buildRow();
    const written = userProducts
      .insert(product.organisationId, { product, outbox: [] })
      .then(() => null)
      .catch((error: unknown) => error);
    return { product, written };
  };

  test('is told how long to wait for a majority, and a write without one is of unknown fate', async () => {
    const stores = await open({ limits: { majorityMs: 100 } });
    set.setMajorityAway(true);
    const { product, written } = insert(stores);
    expect(await written).toBeInstanceOf(OutcomeUnknownError);
    const found = await stores.userProducts.find(product.organisationId, product.id);
    expect(found?.product).toEqual(product);
  });

  test('leaves room for reads, however many writes wait for a majority', async () => {
    // Four connections, three of them for writes: whatever writes more waits, and is told in time.
    const stores = await open({ limits: { poolSize: 4, majorityMs: 60_000, queueMs: 2_000 } });
    set.setMajorityAway(true);
    const saves = Array.from({ length: 12 }, () =>
      stores.accounts
        .insertMany(buildRow().organisationId, [{ id: buildRow().accountId, customerNumber: null }])
        .catch((error: unknown) => error),
    );
    await pause(50);
    expect(await stores.organisations.list()).toEqual([]);
    expect(await stores.organisations.list()).toEqual([]);
    const refused = await Promise.all(saves.slice(3));
    for (const error of refused) expect(error).toBeInstanceOf(StoreUnavailableError);
    set.setMajorityAway(false);
    expect(await Promise.all(saves.slice(0, 3))).toEqual([[], [], []]);
  });

  test('is told how long it may take, by every read that may be long', async () => {
    const stores = await open({ limits: { replyMs: 54_321 } });
    const { organisationId, accountId } = buildRow();
    const page = { after: null, limit: 10 };
    const now = Date.now() as never;
    set.forget();
    await stores.userProducts.listByAccount(organisationId, accountId);
    await stores.userProducts.findDue(organisationId, { now, limit: 10, bucket: 'all' });
    await stores.changes.listByAccount(organisationId, accountId);
    await stores.walk.page(organisationId, page);
    await stores.accountWalk.page(organisationId, page);
    await stores.events.read(organisationId, { after: 0, limit: 10 });
    await stores.retention.oldest(organisationId, 10);
    await stores.outboxes.findDrainable({ organisationId: 'all', limit: 10 });
    await stores.outboxes.releaseInserted({ organisationId: 'all', limit: 10 });
    await stores.organisations.list();
    await stores.clients.list('all');
    await stores.catalogues.listPackages(organisationId);
    await stores.webhookEndpoints.list('all');
    const finds = set.commands().filter((it) => 'find' in it);
    expect(finds).toHaveLength(14);
    for (const { find, maxTimeMS } of finds) {
      expect([find, Number(maxTimeMS)]).toEqual([find, 54_321]);
    }
  });

  test('deletes much in pages, each its own command', async () => {
    const stores = await open();
    const row = buildRow();
    const { organisationId } = row;
    const rows = Array.from({ length: 1_500 }, () => buildChange(row));
    await stores.changes.write(
      organisationId,
      rows.map((change) => ({ write: 'open', change })),
    );
    const events = Array.from({ length: 3 }, () => buildEvent(row));
    await stores.events.append(organisationId, { after: 0, events });
    set.forget();
    expect(await stores.erasure.removeChanges(organisationId, row.accountId)).toBe(1_500);
    expect(await stores.retention.removeBelow(organisationId, 3)).toBe(2);
    expect(set.commands().map((it) => Object.keys(it)[0])).toEqual([
      ...['find', 'delete', 'find', 'delete'],
      ...['find', 'delete'],
    ]);
  });

  test('says which indexes it builds at a start, and a start does not wait for them for ever', async () => {
    const told: string[] = [];
    const onIndexBuild = (collection: string, indexes: readonly string[]) => {
      told.push(`${collection} ${indexes.join()}`);
    };
    const stores = await open({ onIndexBuild, limits: { indexBuildMs: 300 } });
    set.add({ command: 'createIndexes', when: 'after', as: 'silent' });
    await expect(stores.database.ensureIndexes()).rejects.toThrow(
      /has not built user_products\.\S+, .* within 300 ms: .*MONGODB_INDEX_BUILD_MS/,
    );
    expect(told).toHaveLength(1);
    const patient = await open({ onIndexBuild });
    await patient.database.ensureIndexes();
    expect(told[0]).toMatch(/^user_products organisation_id_1_account_id_1,/);
    const before = told.length;
    await patient.database.ensureIndexes();
    expect(told).toHaveLength(before);
  });

  test('that refuses the sign-in is told as such at the start', async () => {
    set.add({ command: 'saslStart', code: 18, when: 'before', as: 'error', times: 9 });
    const uri = freshDatabaseUri(set.uri).replace(/:\/\/(?:[^@/]+@)?/, '://nobody:wrong@');
    await expect(connect({ uri, requestTimeoutMs: 60_000 })).rejects.toThrow(/refused the sign-in/);
  });
});

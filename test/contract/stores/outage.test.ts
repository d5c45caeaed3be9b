import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  OutcomeUnknownError,
  StoreUnavailableError,
} from '../../../src/application/ports/failures.js';
import { connect, type Database } from '../../../src/storage/connect.js';
import { openStores, type Stores } from '../../../src/storage/open-stores.js';
import { openDatabase, type TestDatabase } from '../../support/database.js';
import { buildCommit } from '../../support/stored/build-commit.js';
import { buildRow } from '../../support/stored/build-row.js';
import { openProxy, type Proxy } from '../../support/stored/open-proxy.js';

describe('An outage of the database', () => {
  let direct: TestDatabase;
  beforeAll(async () => {
    direct = await openDatabase();
  });
  afterAll(() => direct.close());

  let proxy: Proxy;
  let database: Database;
  let stores: Stores;
  beforeEach(async () => {
    proxy = await openProxy(direct.uri);
    database = await connect({ uri: proxy.uri, requestTimeoutMs: 5_000 });
    stores = openStores(database);
  });
  afterEach(async () => {
    await database.close();
    await proxy.close();
  });

  const inserted = async () => {
    const row = buildRow();
    const outside = openStores(direct).userProducts;
    await outside.insert(row.organisationId, { product: row, outbox: [] });
    const recentChanges = async () =>
      (await outside.find(row.organisationId, row.id))?.recentChanges;
    return { row, recentChanges };
  };

  test.each(['lost', 'never'] as const)(
    'leaves the fate of a commit unknown when its reply is %s to come, though it is written',
    async (fate) => {
      const { row, recentChanges } = await inserted();
      const write = buildCommit(row);
      proxy.loseReply('findAndModify', fate);
      await expect(stores.userProducts.commit(row.organisationId, write)).rejects.toThrow(
        OutcomeUnknownError,
      );
      expect(await recentChanges()).toEqual([write.changeId]);
    },
  );

  test('leaves the fate of a bulk unknown when its reply is lost', async () => {
    const { row, recentChanges } = await inserted();
    const write = buildCommit(row);
    proxy.loseReply('update', 'lost');
    await expect(stores.userProducts.commitMany(row.organisationId, [write])).rejects.toThrow(
      OutcomeUnknownError,
    );
    expect(await recentChanges()).toEqual([write.changeId]);
  });

  test.each(['lost', 'never'] as const)(
    'is survived by a read whose reply is %s to come: the driver asks once more',
    async (fate) => {
      const { row } = await inserted();
      proxy.loseReply('find', fate);
      expect((await stores.userProducts.find(row.organisationId, row.id))?.product).toEqual(row);
    },
  );

  test('makes the store unavailable to a read, and to a commit once it is noticed', async () => {
    const { row, recentChanges } = await inserted();
    await proxy.goAway();
    await expect(stores.database.ping()).rejects.toThrow(StoreUnavailableError);
    const write = buildCommit(row);
    await expect(stores.userProducts.commit(row.organisationId, write)).rejects.toThrow(
      StoreUnavailableError,
    );
    await expect(stores.userProducts.commitMany(row.organisationId, [write])).rejects.toThrow(
      OutcomeUnknownError,
    );
    await expect(stores.userProducts.find(row.organisationId, row.id)).rejects.toThrow(
      StoreUnavailableError,
    );
    await expect(stores.organisations.list()).rejects.toThrow(StoreUnavailableError);
    expect(await recentChanges()).toEqual([]);
  });

  test('is over without a restart when the database is back', async () => {
    const { row, recentChanges } = await inserted();
    await proxy.goAway();
    await expect(stores.database.ping()).rejects.toThrow(StoreUnavailableError);
    await proxy.comeBack();
    const write = buildCommit(row);
    expect(await stores.userProducts.commit(row.organisationId, write)).toBe('done');
    expect(await stores.organisations.list()).toEqual([]);
    expect(await recentChanges()).toEqual([write.changeId]);
  });

  test('at the start is told as such', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    const uri = `mongodb://127.0.0.1:${String(port)}/nobody`;
    await expect(connect({ uri, requestTimeoutMs: 1_000 })).rejects.toThrow(StoreUnavailableError);
  });

  test('is what a connection that was closed looks like', async () => {
    const { row } = await inserted();
    await database.close();
    await expect(stores.userProducts.find(row.organisationId, row.id)).rejects.toThrow(
      StoreUnavailableError,
    );
  });
});

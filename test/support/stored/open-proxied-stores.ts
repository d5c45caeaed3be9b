import { connect } from '../../../src/storage/connect.js';
import { openStores, type Stores } from '../../../src/storage/open-stores.js';
import { openDatabase, patience, type TestDatabase } from '../database.js';
import { openProxy, type Proxy } from './open-proxy.js';

/** A database with its indexes, reached twice: by stores whose commands are seen, and directly, which nobody sees. */
export type ProxiedStores = {
  readonly direct: TestDatabase;
  readonly outside: Stores;
  readonly proxy: Proxy;
  readonly stores: Stores;
  close(): Promise<void>;
};

/** For tests that count what goes over the wire. */
export async function openProxiedStores(): Promise<ProxiedStores> {
  const direct = await openDatabase();
  const outside = openStores(direct);
  await outside.database.ensureIndexes();
  const proxy = await openProxy(direct.uri);
  const database = await connect({ uri: proxy.uri, ...patience });
  return {
    direct,
    outside,
    proxy,
    stores: openStores(database),
    close: async () => {
      await database.close();
      await proxy.close();
      await direct.close();
    },
  };
}

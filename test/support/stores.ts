import { openStores, type Stores } from '../../src/storage/open-stores.js';
import { openDatabase } from './database.js';

export type TestStores = { readonly stores: Stores; close(): Promise<void> };

/** The product's own stores on a database of its own, with the indexes that the code declares. */
export async function openTestStores(): Promise<TestStores> {
  const database = await openDatabase();
  const stores = openStores(database);
  await stores.database.ensureIndexes();
  return { stores, close: () => database.close() };
}

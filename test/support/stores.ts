import type { Organisation } from '../../src/application/ports/organisation-store.js';
import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import { openStores, type Stores } from '../../src/storage/open-stores.js';
import { openDatabase } from './database.js';
import { openMemoryStores } from './memory-stores/open-memory-stores.js';

export type TestStores = { readonly stores: Stores; close(): Promise<void> };

/** The product's own stores on a database of its own, with the indexes that the code declares. */
export async function openTestStores(server?: string): Promise<TestStores> {
  const database = await openDatabase(server);
  const stores = openStores(database);
  await stores.database.ensureIndexes();
  return { stores, close: () => database.close() };
}

/** The stores in memory, to be opened and closed as those on a database are. */
export function openInMemory(): Promise<TestStores> {
  return Promise.resolve({ stores: openMemoryStores(), close: () => Promise.resolve() });
}

/** The same stores, in an installation that has this organisation alone: tests that share a database do not meet. */
export function onlyFor<S extends ChangeStores>(stores: S, organisation: Organisation): S {
  const organisations = { ...stores.organisations, list: () => Promise.resolve([organisation]) };
  return { ...stores, organisations };
}

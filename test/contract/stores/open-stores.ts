import type { Stores } from '../../../src/storage/open-stores.js';

/** How a suite gets the stores it is about, on a database that nobody else uses. */
export type OpenStores = () => Promise<{
  readonly stores: Stores;
  readonly close: () => Promise<void>;
}>;

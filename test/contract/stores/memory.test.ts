import { openMemoryStores } from '../../support/memory-stores/open-memory-stores.js';
import { everyStoreContract } from './every-store.contract.js';

// The stores that unit tests use keep the same promises, or what those tests prove would be worth nothing.
everyStoreContract(() =>
  Promise.resolve({ stores: openMemoryStores(), close: () => Promise.resolve() }),
);

import { openTestStores } from '../../support/stores.js';
import { everyStoreContract } from './every-store.contract.js';

// On the server that the run uses: the embedded one, or whatever MONGODB_URI names.
everyStoreContract(() => openTestStores());

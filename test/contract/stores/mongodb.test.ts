import { openTestStores } from '../../support/stores.js';
import { catalogueStoreContract } from './catalogue-store.contract.js';
import { changeStoreContract } from './change-store.contract.js';
import { dueRowsContract } from './due-rows.contract.js';
import { eventLogContract } from './event-log.contract.js';
import { outboxStoreContract } from './outbox-store.contract.js';
import { ownersContract } from './owners.contract.js';
import { userProductStoreContract } from './user-product-store.contract.js';
import { wholeOrganisationContract } from './whole-organisation.contract.js';

// On the server that the run uses: the embedded one, or whatever MONGODB_URI names.
userProductStoreContract(openTestStores);
dueRowsContract(openTestStores);
outboxStoreContract(openTestStores);
changeStoreContract(openTestStores);
eventLogContract(openTestStores);
catalogueStoreContract(openTestStores);
ownersContract(openTestStores);
wholeOrganisationContract(openTestStores);

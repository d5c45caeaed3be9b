import { describe, test } from '@jest/globals';
import { independentServer } from '../../support/database.js';
import { openTestStores } from '../../support/stores.js';
import { everyStoreContract } from './every-store.contract.js';

const server = independentServer();

describe('On a server that somebody else wrote', () => {
  if (server === null) {
    test.todo('every store keeps its promises, when INDEPENDENT_MONGODB_URI says where it is');
  } else {
    everyStoreContract(() => openTestStores(server));
  }
});

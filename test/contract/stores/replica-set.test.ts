import { afterAll, beforeAll, describe } from '@jest/globals';
import { openReplicaSet, type ReplicaSet } from '../../support/replica-set/open-replica-set.js';
import { openTestStores } from '../../support/stores.js';
import { everyStoreContract } from './every-store.contract.js';

describe('On a replica set', () => {
  let set: ReplicaSet;
  beforeAll(async () => {
    set = await openReplicaSet();
  });
  everyStoreContract(() => openTestStores(set.uri));
  // Behind those of the contracts, which close their databases.
  afterAll(() => set.close());
});

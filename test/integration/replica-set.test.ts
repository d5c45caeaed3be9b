import { afterAll, beforeAll, describe } from '@jest/globals';
import { isFull } from '../support/depth.js';
import { openReplicaSet, type ReplicaSet } from '../support/replica-set/open-replica-set.js';
import { openTestStores } from '../support/stores.js';
import { crashContract } from './crash.contract.js';
import { racesContract } from './races.contract.js';

describe('On a replica set', () => {
  let set: ReplicaSet;
  beforeAll(async () => {
    set = await openReplicaSet();
  });

  racesContract(() => openTestStores(set.uri));
  // One that makes a successor and one by the worker: the other kinds send the same commands.
  crashContract('on its primary', () => openTestStores(set.uri), {
    isWanted: (work) => ['an upgrade', 'a renewal'].includes(work),
    isSample: !isFull,
  });

  // Behind those of the contracts, which close their databases.
  afterAll(() => set.close());
});

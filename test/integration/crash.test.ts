import { isFull } from '../support/depth.js';
import { openInMemory, openTestStores } from '../support/stores.js';
import { crashContract } from './crash.contract.js';

crashContract('in memory', openInMemory);
crashContract('on the database', () => openTestStores(), { isSample: !isFull });

import { openTestStores } from '../support/stores.js';
import { crashContract } from './crash.contract.js';

crashContract(() => openTestStores());

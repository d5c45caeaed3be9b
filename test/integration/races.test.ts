import { openTestStores } from '../support/stores.js';
import { racesContract } from './races.contract.js';

racesContract(() => openTestStores());

import {
  movedResource,
  unknownResource,
} from '../../../src/application/catalogue/refused-write.js';
import { unknownUserProduct } from '../../../src/application/commit/write-result.js';
import type { ProductGroupsDeps } from '../../../src/http/product-groups/endpoints.js';

const unknown = () => Promise.resolve(unknownResource);
const moved = () => Promise.resolve(movedResource);
const nothing = () => Promise.resolve(null);
const empty = () => Promise.resolve({ items: [], totalItems: 0 });
const absent = () => Promise.resolve(unknownUserProduct);
const invalid = () =>
  Promise.resolve({
    ok: false,
    failure: 'invalid',
    faults: [{ path: ['name'], code: 'invalid' }],
  } as const);

/** Use cases of an organisation that sells nothing and lets nothing be made; a test hands in what it has. */
export const nothingSold: Omit<ProductGroupsDeps, 'cancelPendingChange'> = {
  listGroups: nothing,
  findGroup: nothing,
  createGroup: invalid,
  replaceGroup: unknown,
  deleteGroup: moved,
  listPackageRecords: empty,
  findPackageRecord: nothing,
  createPackage: invalid,
  editPackage: unknown,
  listPeriodRecords: empty,
  findPeriodRecord: nothing,
  createPeriod: invalid,
  editPeriod: unknown,
  listAccounts: empty,
  findAccount: nothing,
  createAccount: () => Promise.reject(new Error('no account is made here')),
  listChains: nothing,
  findChain: nothing,
  createSubscription: invalid,
  cancelChain: unknown,
  reactivateChain: unknown,
  findUserProduct: nothing,
  createCart: invalid,
  findCart: nothing,
  completeCart: unknown,
  assignTier: absent,
  applyTier: absent,
  listChangeOptions: () => Promise.resolve({ ok: false, failure: 'not_found' }),
  readApplied: () => Promise.reject(new Error('no change is read here')),
  readContext: nothing,
  listDocuments: nothing,
  findDocument: nothing,
};

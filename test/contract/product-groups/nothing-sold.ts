import {
  movedResource,
  unknownResource,
} from '../../../src/application/catalogue/refused-write.js';
import type { ProductGroupsDeps } from '../../../src/http/product-groups/endpoints.js';

const unknown = () => Promise.resolve(unknownResource);
const moved = () => Promise.resolve(movedResource);
const nothing = () => Promise.resolve(null);
const empty = () => Promise.resolve({ items: [], totalItems: 0 });
const invalid = () =>
  Promise.resolve({
    ok: false,
    failure: 'invalid',
    faults: [{ path: ['name'], code: 'invalid' }],
  } as const);

/** Use cases of an organisation that sells nothing and lets nothing be made; a test hands in what it has. */
export const nothingSold: ProductGroupsDeps = {
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
  listDocuments: nothing,
  findDocument: nothing,
};

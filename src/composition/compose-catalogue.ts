import { makeCreateAccount } from '../application/account/create-account.js';
import { makeFindAccount, makeListAccounts } from '../application/account/list-accounts.js';
import { makeCreatePackage } from '../application/catalogue/create-package.js';
import { makeCreatePeriod } from '../application/catalogue/create-period.js';
import { makeEditPackage } from '../application/catalogue/edit-package.js';
import { makeEditPeriod } from '../application/catalogue/edit-period.js';
import {
  makeFindPackageRecord,
  makeListPackageRecords,
} from '../application/catalogue/list-package-records.js';
import {
  makeFindPeriodRecord,
  makeListPeriodRecords,
} from '../application/catalogue/list-period-records.js';
import type { ReadOrganisationContext } from '../application/catalogue/organisation-context.js';
import type { UntilWrittenDeps } from '../application/catalogue/until-written.js';
import type { AccountStore } from '../application/ports/account-store.js';
import type { RevisedPackageStore } from '../application/ports/catalogue-store.js';
import type { CatalogueUse } from '../application/ports/catalogue-use.js';
import type { ProductGroupStore } from '../application/ports/product-group-store.js';
import type { Clock, IdSource } from '../application/ports/surroundings.js';
import { makeCountTierUse } from '../application/product-groups/count-tier-use.js';
import { makeCreateGroup } from '../application/product-groups/create-group.js';
import { makeDeleteGroup } from '../application/product-groups/delete-group.js';
import { makeFindGroup, makeListGroups } from '../application/product-groups/list-groups.js';
import { makeReplaceGroup } from '../application/product-groups/replace-group.js';

type Deps = UntilWrittenDeps & {
  readonly accounts: AccountStore;
  readonly revisedPackages: RevisedPackageStore;
  readonly productGroups: ProductGroupStore;
  readonly catalogueUse: CatalogueUse;
  readonly readContext: ReadOrganisationContext;
  readonly ids: IdSource;
  readonly clock: Clock;
};

/** What an organisation sells, by whom it is edited, and to whom it is sold. */
export function composeCatalogue(deps: Deps) {
  return {
    listPackageRecords: makeListPackageRecords(deps),
    findPackageRecord: makeFindPackageRecord(deps),
    createPackage: makeCreatePackage(deps),
    editPackage: makeEditPackage(deps),
    listPeriodRecords: makeListPeriodRecords(deps),
    findPeriodRecord: makeFindPeriodRecord(deps),
    createPeriod: makeCreatePeriod(deps),
    editPeriod: makeEditPeriod(deps),
    listGroups: makeListGroups(deps),
    findGroup: makeFindGroup(deps),
    createGroup: makeCreateGroup(deps),
    replaceGroup: makeReplaceGroup(deps),
    deleteGroup: makeDeleteGroup(deps),
    countTierUse: makeCountTierUse(deps),
    listAccounts: makeListAccounts(deps),
    findAccount: makeFindAccount(deps),
    createAccount: makeCreateAccount(deps),
  };
}

import type { AccountStore } from '../ports/account-store.js';
import type { FindAccount, ListAccounts } from './account-commands.js';

/** The accounts of an organisation, from old to new or the other way round (docs/spec/product-groups-api.md §4). */
export function makeListAccounts(deps: {
  readonly accounts: Pick<AccountStore, 'list'>;
}): ListAccounts {
  return ({ organisationId, ...query }) => deps.accounts.list(organisationId, query);
}

/** One of them. */
export function makeFindAccount(deps: {
  readonly accounts: Pick<AccountStore, 'find'>;
}): FindAccount {
  return ({ organisationId, accountId }) => deps.accounts.find(organisationId, accountId);
}

import type { AccountId, OrganisationId } from '../../domain/ids.js';
import type { AccountStore } from '../ports/account-store.js';

/** False: the account is unknown. */
export type SetCustomerNumber = (command: {
  readonly organisationId: OrganisationId;
  readonly accountId: AccountId;
  readonly customerNumber: string;
}) => Promise<boolean>;

/**
 * Sets the number that another system knows an account by (docs/spec/payway-api.md §5). The last one to say so is
 * right.
 */
export function makeSetCustomerNumber(deps: {
  readonly accounts: Pick<AccountStore, 'setCustomerNumber'>;
}): SetCustomerNumber {
  return ({ organisationId, accountId, customerNumber }) =>
    deps.accounts.setCustomerNumber(organisationId, accountId, customerNumber);
}

import type { AccountStore, AccountWalk } from '../../../src/application/ports/account-store.js';
import { insertRow, type Memory, pageAfter, rowOf, rowsOf } from './memory.js';
import { inOneStep } from './one-step.js';

/** Accounts by id. */
export function makeAccountStore({ accounts }: Memory): AccountStore {
  return inOneStep<AccountStore>({
    exists: (organisationId, id) => rowOf(accounts, organisationId, id) !== null,

    setCustomerNumber: (organisationId, id, customerNumber) => {
      const row = rowOf(accounts, organisationId, id);
      if (row === null) return false;
      accounts.set(id, { organisationId, row: { ...row, customerNumber } });
      return true;
    },

    insertMany: (organisationId, given) =>
      given
        .filter((row) => !insertRow(accounts, row.id, { organisationId, row }))
        .map(({ id }) => id),
  });
}

/** All accounts of an organisation in the order of their ids. */
export function makeAccountWalk({ accounts }: Memory): AccountWalk {
  return inOneStep<AccountWalk>({
    page: (organisationId, page) =>
      pageAfter(rowsOf(accounts, organisationId), ({ id }) => id, page),
  });
}

import type {
  Account,
  AccountRecord,
  AccountStore,
  AccountWalk,
} from '../../../src/application/ports/account-store.js';
import { inOrder } from '../../../src/application/listing/in-order.js';
import { takePage } from '../../../src/application/listing/take-page.js';
import { insertRow, madeAt, type Memory, pageAfter, rowOf, rowsOf } from './memory.js';
import { inOneStep } from './one-step.js';

/** Accounts by id. */
export function makeAccountStore({ accounts }: Memory): AccountStore {
  return inOneStep<AccountStore>({
    exists: (organisationId, id) => rowOf(accounts, organisationId, id) !== null,

    find: (organisationId, id) => rowOf(accounts, organisationId, id),

    list: (organisationId, query) => {
      const key = ({ id, createdAt }: AccountRecord) => ({ id, key: createdAt });
      return takePage(inOrder(rowsOf(accounts, organisationId), key, query.direction), query);
    },

    setCustomerNumber: (organisationId, id, customerNumber) => {
      const row = rowOf(accounts, organisationId, id);
      if (row === null) return false;
      if (row.customerNumber === customerNumber) return true;
      const next = { ...row, customerNumber, version: row.version + 1 };
      accounts.set(id, { organisationId, row: next });
      return true;
    },

    insertMany: (organisationId, given, at) =>
      given
        .filter((it) => {
          const row = { ...it, version: 1, createdAt: at ?? madeAt(it) };
          return !insertRow(accounts, it.id, { organisationId, row });
        })
        .map(({ id }) => id),
  });
}

/** All accounts of an organisation in the order of their ids. */
export function makeAccountWalk({ accounts }: Memory): AccountWalk {
  return inOneStep<AccountWalk>({
    page: (organisationId, page) =>
      pageAfter(rowsOf(accounts, organisationId).map(accountOf), ({ id }) => id, page),
  });
}

function accountOf({ id, customerNumber }: AccountRecord): Account {
  return { id, customerNumber };
}

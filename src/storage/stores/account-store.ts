import type { AccountStore } from '../../application/ports/account-store.js';
import type { Database } from '../connect.js';
import { driverCollection } from '../driver-collection.js';
import { accountDocument } from '../mappers/account.mapper.js';
import { idOf, objectIdOf } from '../mappers/values.mapper.js';
import type { AccountDocument } from '../schemas/account.schema.js';
import { insertAbsent } from './duplicate-key.js';

/** Accounts: who may have user products. */
export function makeAccountStore({ models, reading, writing }: Database): AccountStore {
  const { accounts } = models;

  return {
    exists: async (organisationId, id) => {
      const filter = { _id: objectIdOf(id), organisation_id: objectIdOf(organisationId) };
      return (await reading(() => accounts.exists(filter).exec())) !== null;
    },

    setCustomerNumber: async (organisationId, id, customerNumber) => {
      const filter = { _id: objectIdOf(id), organisation_id: objectIdOf(organisationId) };
      const update = { $set: { customer_number: customerNumber } };
      const { matchedCount } = await writing(() =>
        driverCollection<AccountDocument>(accounts).updateOne(filter, update),
      );
      return matchedCount === 1;
    },

    insertMany: async (organisationId, given) => {
      const documents = given.map((account) => accountDocument(organisationId, account));
      const present = await writing(() =>
        insertAbsent(driverCollection<AccountDocument>(accounts), documents),
      );
      return present
        .flatMap((index) => documents.slice(index, index + 1))
        .map(({ _id }) => idOf(_id));
    },
  };
}

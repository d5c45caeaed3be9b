import type { AccountStore } from '../../application/ports/account-store.js';
import { itemsBefore } from '../../application/ports/page.js';
import type { Database } from '../connect.js';
import { driverCollection } from '../driver-collection.js';
import { accountDocument, accountRecordOf } from '../mappers/account.mapper.js';
import { idOf, nullable, objectIdOf } from '../mappers/values.mapper.js';
import type { AccountDocument } from '../schemas/account.schema.js';
import { insertAbsent } from './duplicate-key.js';

/** Accounts: who may have user products. */
export function makeAccountStore(database: Database): AccountStore {
  return { ...makeAccountReads(database), ...makeAccountWrites(database) };
}

type Reads = Pick<AccountStore, 'exists' | 'find' | 'list'>;
type Writes = Omit<AccountStore, keyof Reads>;

function makeAccountReads({ models, reading, limits }: Database): Reads {
  const accounts = driverCollection<AccountDocument>(models.accounts);
  const maxTimeMS = limits.replyMs;

  return {
    exists: async (organisationId, id) => {
      const filter = { _id: objectIdOf(id), organisation_id: objectIdOf(organisationId) };
      return (await reading(() => models.accounts.exists(filter).exec())) !== null;
    },

    find: async (organisationId, id) => {
      const filter = { _id: objectIdOf(id), organisation_id: objectIdOf(organisationId) };
      return nullable(await reading(() => accounts.findOne(filter)), accountRecordOf);
    },

    list: async (organisationId, query) => {
      const own = { organisation_id: objectIdOf(organisationId) };
      const totalItems = await reading(() => accounts.countDocuments(own, { maxTimeMS }));
      const { limit, direction } = query;
      if (limit === 0) return { items: [], totalItems };
      const way = direction === 'asc' ? 1 : -1;
      const sort = { created_at: way, _id: way } as const;
      const page = { sort, skip: itemsBefore(query), limit, batchSize: limit, maxTimeMS };
      const documents = await reading(() => accounts.find(own, page).toArray());
      return { items: documents.map(accountRecordOf), totalItems };
    },
  };
}

function makeAccountWrites({ models, reading, writing }: Database): Writes {
  const accounts = driverCollection<AccountDocument>(models.accounts);

  return {
    // One that has that number already is none that matches: then it is asked for.
    setCustomerNumber: async (organisationId, id, customerNumber) => {
      const filter = { _id: objectIdOf(id), organisation_id: objectIdOf(organisationId) };
      const isOther = { ...filter, customer_number: { $ne: customerNumber } };
      const update = { $set: { customer_number: customerNumber }, $inc: { edits: 1 } };
      const { matchedCount } = await writing(() => accounts.updateOne(isOther, update));
      return matchedCount === 1 || (await reading(() => accounts.findOne(filter))) !== null;
    },

    insertMany: async (organisationId, given, at) => {
      const documents = given.map((account) => accountDocument(organisationId, account, at));
      const present = await writing(() => insertAbsent(accounts, documents));
      return present
        .flatMap((index) => documents.slice(index, index + 1))
        .map(({ _id }) => idOf(_id));
    },
  };
}

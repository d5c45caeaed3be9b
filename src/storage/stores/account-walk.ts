import type { AccountWalk } from '../../application/ports/account-store.js';
import type { Database } from '../connect.js';
import { driverCollection } from '../driver-collection.js';
import { accountOf } from '../mappers/account.mapper.js';
import type { AccountDocument } from '../schemas/account.schema.js';
import { pageById } from './page-by-id.js';

/** All accounts of an organisation in the order of their ids, from an index of just that. */
export function makeAccountWalk({ models, reading, limits }: Database): AccountWalk {
  const collection = driverCollection<AccountDocument>(models.accounts);

  return {
    page: async (organisationId, page) => {
      const documents = await reading(() =>
        pageById(collection, organisationId, { ...page, maxTimeMS: limits.replyMs }),
      );
      return documents.map(accountOf);
    },
  };
}

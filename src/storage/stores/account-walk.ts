import type { AccountWalk } from '../../application/ports/account-walk.js';
import type { Database } from '../connect.js';
import { driverCollection } from '../driver-collection.js';
import { accountOf } from '../mappers/account.mapper.js';
import { objectIdOf } from '../mappers/values.mapper.js';
import type { AccountDocument } from '../schemas/account.schema.js';

/** All accounts of an organisation in the order of their ids, from an index of just that. */
export function makeAccountWalk({ models, reading }: Database): AccountWalk {
  const collection = driverCollection<AccountDocument>(models.accounts);

  return {
    page: async (organisationId, { after, limit }) => {
      const filter = {
        organisation_id: objectIdOf(organisationId),
        ...(after === null ? {} : { _id: { $gt: objectIdOf(after) } }),
      };
      const page = { sort: { _id: 1 }, limit, batchSize: limit } as const;
      const documents = await reading(() => collection.find(filter, page).toArray());
      return documents.map(accountOf);
    },
  };
}

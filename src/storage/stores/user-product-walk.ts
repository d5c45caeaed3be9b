import type { UserProductWalk } from '../../application/ports/user-product-store.js';
import type { UserProductId } from '../../domain/ids.js';
import type { Database } from '../connect.js';
import { driverCollection } from '../driver-collection.js';
import { idOf, objectIdOf } from '../mappers/values.mapper.js';
import type { UserProductDocument } from '../schemas/user-product.schema.js';
import { pageById } from './page-by-id.js';
import { makeReadRows } from '../read-rows.js';

/** All user products of an organisation in the order of their ids, from an index of just that. */
export function makeUserProductWalk(database: Database): UserProductWalk {
  const { models, reading, limits } = database;
  const readRows = makeReadRows(database);
  const collection = driverCollection<UserProductDocument>(models.userProducts);

  return {
    page: async (organisationId, page) => {
      const documents = await reading(() =>
        pageById(collection, organisationId, { ...page, maxTimeMS: limits.replyMs }),
      );
      return readRows(documents, page.onUnreadable);
    },

    existing: async (organisationId, ids) => {
      const filter = {
        organisation_id: objectIdOf(organisationId),
        _id: { $in: ids.map(objectIdOf) },
      };
      const idsOnly = { projection: { _id: 1 }, batchSize: ids.length + 1 } as const;
      const found = await reading(() => collection.find(filter, idsOnly).toArray());
      return new Set(found.map(({ _id }) => idOf<UserProductId>(_id)));
    },
  };
}

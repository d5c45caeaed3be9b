import type { ProductGroupStore } from '../../application/ports/product-group-store.js';
import type { Database } from '../connect.js';
import { driverCollection } from '../driver-collection.js';
import { productGroupDocument, productGroupOf } from '../mappers/product-group.mapper.js';
import { objectIdOf } from '../mappers/values.mapper.js';
import type { ProductGroupDocument } from '../schemas/product-group.schema.js';
import { insertAbsent } from './duplicate-key.js';

/** Product groups with their tiers: one document each, written whole, by its version. */
export function makeProductGroupStore(database: Database): ProductGroupStore {
  const { models, reading, writing, limits } = database;
  const collection = driverCollection<ProductGroupDocument>(models.productGroups);

  return {
    list: async (organisationId) => {
      const own = { organisation_id: objectIdOf(organisationId) };
      const documents = await reading(() =>
        collection.find(own, { sort: { _id: 1 }, maxTimeMS: limits.replyMs }).toArray(),
      );
      return documents.map(productGroupOf);
    },

    insert: async (organisationId, group) => {
      const document = productGroupDocument(organisationId, group);
      const present = await writing(() => insertAbsent(collection, [document]));
      return present.length === 0 ? 'inserted' : 'present';
    },

    replace: async (organisationId, group) => {
      const { _id, organisation_id, ...fields } = productGroupDocument(organisationId, group);
      const filter = { _id, organisation_id, version: group.version - 1 };
      const { matchedCount } = await writing(() => collection.updateOne(filter, { $set: fields }));
      return matchedCount > 0;
    },

    remove: async (organisationId, { id, version }) => {
      const filter = { _id: objectIdOf(id), organisation_id: objectIdOf(organisationId), version };
      const { deletedCount } = await writing(() => collection.deleteOne(filter));
      return deletedCount > 0;
    },
  };
}

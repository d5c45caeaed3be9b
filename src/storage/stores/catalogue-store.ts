import type { CatalogueStore } from '../../application/ports/catalogue-store.js';
import type { Database } from '../connect.js';
import { packageDocument, packageOf } from '../mappers/package.mapper.js';
import { objectIdOf } from '../mappers/values.mapper.js';

/** Packages with their payment periods. Codes are unique in an organisation: taking another's code throws. */
export function makeCatalogueStore({ models, reading, writing, limits }: Database): CatalogueStore {
  const { packages } = models;

  return {
    listPackages: async (organisationId) => {
      const documents = await reading(() =>
        packages
          .find({ organisation_id: objectIdOf(organisationId) })
          .sort({ code: 1 })
          .maxTimeMS(limits.replyMs)
          .lean()
          .exec(),
      );
      return documents.map(packageOf);
    },

    savePackages: async (organisationId, given) => {
      if (given.length === 0) return 0;
      const updates = given.map((pack) => {
        const { _id, organisation_id, ...fields } = packageDocument(organisationId, pack);
        const filter = { _id, organisation_id };
        return { updateOne: { filter, update: { $set: fields }, upsert: true } };
      });
      const result = await writing(() => packages.bulkWrite(updates, { ordered: true }));
      return result.upsertedCount + result.modifiedCount;
    },
  };
}

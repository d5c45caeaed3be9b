import type { mongo } from 'mongoose';
import type { RevisedPackageStore } from '../../application/ports/catalogue-store.js';
import type { RevisedPackage } from '../../domain/catalogue/revised-package.js';
import type { OrganisationId } from '../../domain/ids.js';
import type { Database } from '../connect.js';
import { driverCollection } from '../driver-collection.js';
import { revisedPackageDocument, revisedPackageOf } from '../mappers/package.mapper.js';
import { nullable, objectIdOf } from '../mappers/values.mapper.js';
import type { PackageDocument } from '../schemas/package.schema.js';
import { isDuplicateKey, isIdTaken } from './duplicate-key.js';

/** Packages one by one, each written whole, by a filter on what was written of it before. */
export function makeRevisedPackageStore(database: Database): RevisedPackageStore {
  const { models, reading, writing, limits } = database;
  const packages = driverCollection<PackageDocument>(models.packages);
  const listOptions = { sort: { code: 1 }, maxTimeMS: limits.replyMs } as const;

  return {
    list: async (organisationId) => {
      const own = { organisation_id: objectIdOf(organisationId) };
      const documents = await reading(() => packages.find(own, listOptions).toArray());
      return documents.map(revisedPackageOf);
    },

    find: async (organisationId, id) => {
      const filter = { _id: objectIdOf(id), organisation_id: objectIdOf(organisationId) };
      return nullable(await reading(() => packages.findOne(filter)), revisedPackageOf);
    },

    insert: async (organisationId, revised) => {
      const document = revisedPackageDocument(organisationId, revised);
      try {
        await writing(() => packages.insertOne(document));
        return 'inserted';
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return (await isIdTaken(packages, error, document)) ? 'present' : 'code_taken';
      }
    },

    replace: async (organisationId, revised) => {
      const { filter, update } = toPackageReplacement(organisationId, revised);
      const { matchedCount } = await writing(() => packages.updateOne(filter, update));
      return matchedCount > 0;
    },
  };
}

type Replacement = {
  readonly filter: mongo.Filter<PackageDocument>;
  readonly update: mongo.UpdateFilter<PackageDocument>;
};

/** A package as it is to be, where nothing was written of it since: null finds the count absent. */
export function toPackageReplacement(
  organisationId: OrganisationId,
  revised: RevisedPackage,
): Replacement {
  const { _id, organisation_id, ...fields } = revisedPackageDocument(organisationId, revised);
  const before = revised.edits - 1;
  const filter = { _id, organisation_id, edits: before === 0 ? null : before };
  return { filter: filter as mongo.Filter<PackageDocument>, update: { $set: fields } };
}

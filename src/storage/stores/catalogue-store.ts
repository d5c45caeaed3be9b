import type { mongo } from 'mongoose';
import type { CatalogueStore } from '../../application/ports/catalogue-store.js';
import { BusyError } from '../../application/ports/failures.js';
import type { Package } from '../../domain/catalogue/package.js';
import {
  firstRevision,
  nextRevision,
  type RevisedPackage,
} from '../../domain/catalogue/revised-package.js';
import type { OrganisationId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Database } from '../connect.js';
import { driverCollection } from '../driver-collection.js';
import {
  packageDocument,
  packageOf,
  revisedPackageDocument,
  revisedPackageOf,
} from '../mappers/package.mapper.js';
import { objectIdOf } from '../mappers/values.mapper.js';
import type { PackageDocument } from '../schemas/package.schema.js';
import { toPackageReplacement } from './revised-package-store.js';

const mostTries = 10;

/** Packages with their payment periods. Codes are unique in an organisation: taking another's code throws. */
export function makeCatalogueStore({ models, reading, writing, limits }: Database): CatalogueStore {
  const packages = driverCollection<PackageDocument>(models.packages);
  const listOptions = { sort: { code: 1 }, maxTimeMS: limits.replyMs } as const;

  const standing = async (organisationId: OrganisationId, given: readonly Package[]) => {
    const filter = {
      organisation_id: objectIdOf(organisationId),
      _id: { $in: given.map(({ id }) => objectIdOf(id)) },
    };
    const documents = await reading(() => packages.find(filter).toArray());
    return new Map(documents.map(revisedPackageOf).map((it) => [it.package.id, it]));
  };

  return {
    listPackages: async (organisationId) => {
      const own = { organisation_id: objectIdOf(organisationId) };
      const documents = await reading(() => packages.find(own, listOptions).toArray());
      return documents.map(packageOf);
    },

    savePackages: async (organisationId, given, at) => {
      if (given.length === 0) return 0;
      let saved = 0;
      for (let tries = 0; tries < mostTries; tries += 1) {
        const before = await standing(organisationId, given);
        const writes = given.flatMap((pack) => {
          const stood = before.get(pack.id);
          if (stood === undefined) return [insertion(organisationId, pack, at)];
          const next = nextRevision(stood, pack, at ?? stood.revision.updatedAt);
          return next === null ? [] : [replacement(organisationId, next)];
        });
        if (writes.length === 0) return saved;
        const result = await writing(() => packages.bulkWrite(writes, { ordered: true }));
        saved += result.upsertedCount + result.modifiedCount;
        if (result.upsertedCount + result.matchedCount === writes.length) return saved;
      }
      throw new BusyError('packages were edited all the time');
    },
  };
}

type Write = mongo.AnyBulkWriteOperation<PackageDocument>;

function insertion(organisationId: OrganisationId, pack: Package, at?: Instant): Write {
  const { _id, organisation_id, ...fields } =
    at === undefined
      ? packageDocument(organisationId, pack)
      : revisedPackageDocument(organisationId, firstRevision(pack, at));
  return {
    updateOne: { filter: { _id, organisation_id }, update: { $set: fields }, upsert: true },
  };
}

function replacement(organisationId: OrganisationId, next: RevisedPackage): Write {
  return { updateOne: toPackageReplacement(organisationId, next) };
}

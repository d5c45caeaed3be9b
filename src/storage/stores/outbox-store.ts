import { mongo } from 'mongoose';
import type { DrainedMark, OutboxStore } from '../../application/ports/user-product-store.js';
import type { Database } from '../connect.js';
import { driverCollection } from '../driver-collection.js';
import { newUserProductDocument, storedUserProductOf } from '../mappers/user-product.mapper.js';
import { objectIdOf } from '../mappers/values.mapper.js';
import type {
  NewUserProductDocument,
  UserProductDocument,
} from '../schemas/user-product.schema.js';
import { insertAbsent } from './duplicate-key.js';

/** No id is below this one. Asked for as a range, a sparse index is used on every server, and an empty array is no match. */
const lowestId = new mongo.ObjectId('000000000000000000000000');

/** The drain's view of the user products. Nothing here touches `version`, so it cannot collide with a commit. */
export function makeOutboxStore({ models, reading, writing }: Database): OutboxStore {
  const collection = driverCollection<UserProductDocument>(models.userProducts);

  return {
    // A row that ends keeps a successor and no outbox, so the two lists do not overlap; each comes from its own index.
    findDrainable: async ({ organisationId, limit }) => {
      const own = organisationId === 'all' ? {} : { organisation_id: objectIdOf(organisationId) };
      const holding = (field: 'outbox.id' | 'successor._id'): Promise<UserProductDocument[]> => {
        const filter = { ...own, [field]: { $gte: lowestId } };
        // An organisation alone would be looked up by its own index: all its rows for the few that wait.
        const page = { limit, batchSize: limit, hint: { [field]: 1 } };
        return reading(() => collection.find(filter, page).toArray());
      };
      const [ended, living] = await Promise.all([holding('successor._id'), holding('outbox.id')]);
      return [...ended, ...living].slice(0, limit).map(storedUserProductOf);
    },

    // Mostly the request has inserted its own: asking first is far cheaper than sending documents to be refused.
    insertSuccessors: async (successors) => {
      if (successors.length === 0) return;
      const documents = successors.map(newUserProductDocument);
      const known = await reading(() => knownIds(collection, documents));
      const absent = documents.filter((it) => !known.has(it._id.toHexString()));
      await writing(() => insertAbsent(collection, absent));
    },

    markDrained: async (marks) => {
      const updates = marks.flatMap(updatesOf);
      if (updates.length === 0) return;
      await writing(() => collection.bulkWrite(updates, { ordered: false }));
    },
  };
}

async function knownIds(
  collection: mongo.Collection<UserProductDocument>,
  documents: readonly NewUserProductDocument[],
): Promise<ReadonlySet<string>> {
  const filter = { _id: { $in: documents.map((it) => it._id) } };
  const idsOnly = { projection: { _id: 1 }, batchSize: documents.length + 1 } as const;
  const found = await collection.find(filter, idsOnly).toArray();
  return new Set(found.map((it) => it._id.toHexString()));
}

/** By ids on both sides: a late drainer takes out only what it has seen written, never what came after. */
function updatesOf(mark: DrainedMark): readonly mongo.AnyBulkWriteOperation<UserProductDocument>[] {
  const _id = objectIdOf(mark.userProductId);
  const entryIds = mark.entryIds.map(objectIdOf);
  const updates: mongo.AnyBulkWriteOperation<UserProductDocument>[] = [];
  if (entryIds.length > 0) {
    const update = { $pull: { outbox: { id: { $in: entryIds } } } };
    updates.push({ updateOne: { filter: { _id }, update } });
  }
  if (mark.successorId !== null) {
    const filter = { _id, 'successor._id': objectIdOf(mark.successorId) };
    updates.push({ updateOne: { filter, update: { $unset: { successor: '' } } } });
  }
  return updates;
}

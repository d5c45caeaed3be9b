import { mongo } from 'mongoose';
import type { OrganisationId } from '../../domain/ids.js';
import type { DrainedMark, OutboxStore } from '../../application/ports/user-product-store.js';
import type { Database } from '../connect.js';
import { driverCollection } from '../driver-collection.js';
import { newUserProductDocument } from '../mappers/user-product.mapper.js';
import { objectIdOf } from '../mappers/values.mapper.js';
import type { UserProductDocument } from '../schemas/user-product.schema.js';
import { insertAbsent } from './duplicate-key.js';
import { makeReadRows } from '../read-rows.js';

/** No id is below this one. Asked for as a range, a sparse index is used on every server, and an empty array is no match. */
const lowestId = new mongo.ObjectId('000000000000000000000000');

/** The drain's view of the user products. Nothing here touches `version`, so it cannot collide with a commit. */
export function makeOutboxStore(database: Database): OutboxStore {
  const { models, reading, writing, limits } = database;
  const maxTimeMS = limits.replyMs;
  const readRows = makeReadRows(database);
  const collection = driverCollection<UserProductDocument>(models.userProducts);

  return {
    releaseInserted: makeReleaseInserted(database, collection),

    // A row that ends keeps a successor and no outbox, so the two lists do not overlap; each comes from its own index.
    findDrainable: async ({ organisationId, limit, except = [], onUnreadable }) => {
      const own = ownedBy(organisationId, except);
      const holding = (field: 'outbox.id' | 'successor._id'): Promise<UserProductDocument[]> => {
        const filter = { ...own, [field]: { $gte: lowestId } };
        // An organisation alone would be looked up by its own index: all its rows for the few that wait.
        const page = { limit, batchSize: limit, hint: { [field]: 1 }, maxTimeMS };
        return reading(() => collection.find(filter, page).toArray());
      };
      const [ended, living] = await Promise.all([holding('successor._id'), holding('outbox.id')]);
      return readRows([...ended, ...living].slice(0, limit), onUnreadable);
    },

    // Mostly the request has inserted its own: asking first is far cheaper than sending documents to be refused.
    insertSuccessors: async (successors) => {
      if (successors.length === 0) return;
      const ids = successors.map(({ product }) => objectIdOf(product.id));
      const known = await reading(() => knownIds(collection, ids));
      const absent = successors.filter(({ product }) => !known.has(product.id));
      await writing(() => insertAbsent(collection, absent.map(newUserProductDocument)));
    },

    markDrained: async (marks) => {
      const updates = marks.flatMap(updatesOf);
      if (updates.length === 0) return;
      await writing(() => collection.bulkWrite(updates, { ordered: false }));
    },
  };
}

/** Only ids are read: of the sources, and of the successors that are there. */
function makeReleaseInserted(
  { reading, writing, limits }: Database,
  collection: mongo.Collection<UserProductDocument>,
): OutboxStore['releaseInserted'] {
  return async ({ organisationId, limit }) => {
    const filter = { ...ownedBy(organisationId), 'successor._id': { $gte: lowestId } };
    const projection = { _id: 1, 'successor._id': 1 };
    const bounds = { limit, batchSize: limit, maxTimeMS: limits.replyMs };
    const page = { ...bounds, hint: { 'successor._id': 1 }, projection };
    const sources = await reading(() => collection.find(filter, page).toArray());
    const ended = sources.flatMap(({ _id, successor }) =>
      successor === undefined ? [] : [{ _id, successorId: successor._id }],
    );
    if (ended.length === 0) return 0;
    const successorIds = ended.map((it) => it.successorId);
    const known = await reading(() => knownIds(collection, successorIds));
    const releases = ended
      .filter((it) => known.has(it.successorId.toHexString()))
      .map((it) => releaseOf(it._id, it.successorId));
    if (releases.length === 0) return 0;
    const written = await writing(() => collection.bulkWrite(releases, { ordered: false }));
    return written.matchedCount;
  };
}

function ownedBy(
  organisationId: OrganisationId | 'all',
  except: readonly OrganisationId[] = [],
): mongo.Filter<UserProductDocument> {
  if (organisationId !== 'all') return { organisation_id: objectIdOf(organisationId) };
  return except.length === 0 ? {} : { organisation_id: { $nin: except.map(objectIdOf) } };
}

async function knownIds(
  collection: mongo.Collection<UserProductDocument>,
  ids: readonly mongo.ObjectId[],
): Promise<ReadonlySet<string>> {
  const filter = { _id: { $in: [...ids] } };
  const idsOnly = { projection: { _id: 1 }, batchSize: ids.length + 1 } as const;
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
    updates.push(releaseOf(_id, objectIdOf(mark.successorId)));
  }
  return updates;
}

/** Filtered by the successor's id, so that whoever comes late takes out only what is inserted. */
function releaseOf(
  _id: mongo.ObjectId,
  successorId: mongo.ObjectId,
): mongo.AnyBulkWriteOperation<UserProductDocument> {
  const filter = { _id, 'successor._id': successorId };
  return { updateOne: { filter, update: { $unset: { successor: '' } } } };
}

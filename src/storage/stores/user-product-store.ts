import { setImmediate as turnOfLoop } from 'node:timers/promises';
import type { mongo } from 'mongoose';
import {
  dueBucketCount,
  type StoredUserProduct,
  type UserProductStore,
} from '../../application/ports/user-product-store.js';
import type { Database } from '../connect.js';
import { driverCollection } from '../driver-collection.js';
import { toDate, objectIdOf } from '../mappers/values.mapper.js';
import type { UserProductDocument } from '../schemas/user-product.schema.js';
import { toCommitUpdate, toKeepUpdate } from './commit-update.js';
import { makeCommitTogether } from './commit-together.js';
import { makeFindTogether } from './find-together.js';
import { makeInsertTogether } from './insert-together.js';
import { makeReadRows } from '../read-rows.js';

/** Of an account's list: behind each page everybody else gets a turn. */
const listPage = 200;
const everyBucket = Array.from({ length: dueBucketCount }, (_, bucket) => bucket);

/**
 * User products in MongoDB: each method one command. Reads by id, commits and inserts that meet share one; each still
 * changes one document by itself.
 */
export function makeUserProductStore(database: Database): UserProductStore {
  const collection = driverCollection<UserProductDocument>(database.models.userProducts);
  return {
    ...makeFindTogether(database, collection),
    ...makeCommitTogether(database, collection),
    ...makeInsertTogether(database, collection),
    ...makeReads(database, collection),
    ...makeWrites(database, collection),
  };
}

type Collection = mongo.Collection<UserProductDocument>;
type Reads = Pick<UserProductStore, 'findBySuccessor' | 'listByAccount' | 'findDue'>;
type Writes = Pick<UserProductStore, 'keepAnswer' | 'commitMany' | 'block'>;

function makeReads(database: Database, collection: Collection): Reads {
  const { reading, limits } = database;
  const maxTimeMS = limits.replyMs;
  const readRows = makeReadRows(database);
  return {
    findBySuccessor: async (organisationId, successorId, accountId) => {
      const filter = {
        'successor._id': objectIdOf(successorId),
        organisation_id: objectIdOf(organisationId),
        ...(accountId === undefined ? {} : { account_id: objectIdOf(accountId) }),
      };
      const document = await reading(() => collection.findOne(filter));
      return document === null ? null : ((await readRows([document]))[0] ?? null);
    },

    listByAccount: async (organisationId, accountId, onUnreadable) => {
      const filter = {
        organisation_id: objectIdOf(organisationId),
        account_id: objectIdOf(accountId),
      };
      const oldestFirst = { created_at: 1, _id: 1 } as const;
      const page = { sort: oldestFirst, batchSize: listPage, maxTimeMS } as const;
      const documents = await reading(() => collection.find(filter, page).toArray());
      const rows: StoredUserProduct[] = [];
      for (let from = 0; from < documents.length; from += listPage) {
        if (from > 0) await turnOfLoop();
        rows.push(...(await readRows(documents.slice(from, from + listPage), onUnreadable)));
      }
      return rows;
    },

    findDue: async (organisationId, { now, limit, bucket, onUnreadable }) => {
      const organisation = objectIdOf(organisationId);
      const filter = {
        organisation_id: organisation,
        due_organisation_id: organisation,
        due_bucket: bucket === 'all' ? { $in: everyBucket } : bucket,
        next_due_at: { $lte: toDate(now) },
      };
      const page = { sort: { next_due_at: 1 }, limit, batchSize: limit, maxTimeMS } as const;
      const documents = await reading(() => collection.find(filter, page).toArray());
      return readRows(documents, onUnreadable);
    },
  };
}

function makeWrites({ writing }: Database, collection: Collection): Writes {
  return {
    keepAnswer: async (organisationId, row, kept) => {
      const { filter, update } = toKeepUpdate(organisationId, row, kept);
      const { matchedCount } = await writing(() => collection.updateOne(filter, update));
      return matchedCount === 0 ? 'lost' : 'done';
    },

    // The driver splits by the server's limits of documents and bytes.
    commitMany: async (organisationId, writes, order) => {
      if (writes.length === 0) return 0;
      const updates = writes.map((write) => ({ updateOne: toCommitUpdate(organisationId, write) }));
      const { matchedCount } = await writing(() =>
        collection.bulkWrite(updates, { ordered: order === 'in order' }),
      );
      return matchedCount;
    },

    block: async (organisationId, id, version) => {
      const filter = {
        _id: objectIdOf(id),
        organisation_id: objectIdOf(organisationId),
        $or: [{ due_blocked: { $ne: true } }, { due_organisation_id: { $exists: true } }],
        ...(version === 'any' ? {} : { version }),
      };
      const setAside = {
        $set: { due_blocked: true },
        $unset: { due_organisation_id: '', due_bucket: '', next_due_at: '' },
      } as const;
      const { matchedCount } = await writing(() => collection.updateOne(filter, setAside));
      return matchedCount > 0;
    },
  };
}

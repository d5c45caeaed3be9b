import type { mongo } from 'mongoose';
import type {
  StoredUserProduct,
  UserProductStore,
} from '../../application/ports/user-product-store.js';
import type { Database } from '../connect.js';
import { driverCollection } from '../driver-collection.js';
import { newUserProductDocument, storedUserProductOf } from '../mappers/user-product.mapper.js';
import { dateOf, objectIdOf } from '../mappers/values.mapper.js';
import type { UserProductDocument } from '../schemas/user-product.schema.js';
import { commitOf, keepAnswerOf } from './commit-update.js';
import { isDuplicateId } from './duplicate-key.js';

const everyBucket = Array.from({ length: 64 }, (_, bucket) => bucket);

/** User products in MongoDB: each method one command, each command on one document but for `commitMany`. */
export function makeUserProductStore(database: Database): UserProductStore {
  const collection = driverCollection<UserProductDocument>(database.models.userProducts);
  return { ...makeReads(database, collection), ...makeWrites(database, collection) };
}

type Collection = mongo.Collection<UserProductDocument>;
type Reads = Pick<UserProductStore, 'find' | 'findBySuccessor' | 'listByAccount' | 'findDue'>;
type Writes = Omit<UserProductStore, keyof Reads>;

function makeReads({ reading }: Database, collection: Collection): Reads {
  const findOne = async (
    filter: mongo.Filter<UserProductDocument>,
  ): Promise<StoredUserProduct | null> => {
    const document = await reading(() => collection.findOne(filter));
    return document === null ? null : storedUserProductOf(document);
  };

  return {
    find: (organisationId, id) =>
      findOne({ _id: objectIdOf(id), organisation_id: objectIdOf(organisationId) }),

    findBySuccessor: (organisationId, successorId) =>
      findOne({
        'successor._id': objectIdOf(successorId),
        organisation_id: objectIdOf(organisationId),
      }),

    listByAccount: async (organisationId, accountId) => {
      const filter = {
        organisation_id: objectIdOf(organisationId),
        account_id: objectIdOf(accountId),
      };
      const oldestFirst = { created_at: 1, _id: 1 } as const;
      const documents = await reading(() => collection.find(filter).sort(oldestFirst).toArray());
      return documents.map(storedUserProductOf);
    },

    findDue: async (organisationId, { now, limit, bucket }) => {
      const organisation = objectIdOf(organisationId);
      const filter = {
        organisation_id: organisation,
        due_organisation_id: organisation,
        due_bucket: bucket === 'all' ? { $in: everyBucket } : bucket,
        next_due_at: { $lte: dateOf(now) },
      };
      const page = { sort: { next_due_at: 1 }, limit, batchSize: limit } as const;
      const documents = await reading(() => collection.find(filter, page).toArray());
      return documents.map(storedUserProductOf);
    },
  };
}

function makeWrites({ writing }: Database, collection: Collection): Writes {
  return {
    commit: async (organisationId, write) => {
      const { filter, update } = commitOf(organisationId, write);
      const written = await writing(() =>
        collection.findOneAndUpdate(filter, update, { projection: { _id: 1 } }),
      );
      return written === null ? 'lost' : 'done';
    },

    keepAnswer: async (organisationId, row, kept) => {
      const { filter, update } = keepAnswerOf(organisationId, row, kept);
      const { matchedCount } = await writing(() => collection.updateOne(filter, update));
      return matchedCount === 0 ? 'lost' : 'done';
    },

    // The driver splits by the server's limits of documents and bytes.
    commitMany: async (organisationId, writes) => {
      if (writes.length === 0) return 0;
      const updates = writes.map((write) => ({ updateOne: commitOf(organisationId, write) }));
      const { matchedCount } = await writing(() =>
        collection.bulkWrite(updates, { ordered: false }),
      );
      return matchedCount;
    },

    insert: async (organisationId, successor) => {
      const document = {
        ...newUserProductDocument(successor),
        organisation_id: objectIdOf(organisationId),
      };
      try {
        await writing(() => collection.insertOne(document));
        return 'inserted';
      } catch (error) {
        if (isDuplicateId(error)) return 'present';
        throw error;
      }
    },

    block: async (organisationId, id, version) => {
      const filter = { _id: objectIdOf(id), organisation_id: objectIdOf(organisationId), version };
      const setAside = {
        $set: { due_blocked: true },
        $unset: { due_organisation_id: '', due_bucket: '', next_due_at: '' },
      } as const;
      await writing(() => collection.updateOne(filter, setAside));
    },
  };
}

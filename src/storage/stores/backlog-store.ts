import { mongo } from 'mongoose';
import type { BacklogStore } from '../../application/ports/database-health.js';
import { dueBucketCount } from '../../application/ports/user-product-store.js';
import type { Database } from '../connect.js';
import { driverCollection } from '../driver-collection.js';
import { toDate, instantOf, objectIdOf } from '../mappers/values.mapper.js';
import type { UserProductDocument } from '../schemas/user-product.schema.js';

const lowestId = new mongo.ObjectId('000000000000000000000000');
const everyBucket = Array.from({ length: dueBucketCount }, (_, bucket) => bucket);
/** Ids of entries grow with time, and the index is read in their order: the oldest entry is among the first rows. */
const firstRows = 100;
/** An operator's question must not weigh on the database that is asked. */
const longestMs = 2_000;

type Waiting = {
  outbox?: { created_at: Date }[];
  successor?: { outbox?: { created_at: Date }[] };
};

/** How far behind the background is. Every query comes from an index and is bounded in rows and time. */
export function makeBacklogStore({ models, reading }: Database): BacklogStore {
  const collection = driverCollection<UserProductDocument>(models.userProducts);

  return {
    countDue: (organisationId, { now, limit }) => {
      const organisation = objectIdOf(organisationId);
      const filter = {
        organisation_id: organisation,
        due_organisation_id: organisation,
        due_bucket: { $in: everyBucket },
        next_due_at: { $lte: toDate(now) },
      };
      return reading(() => collection.countDocuments(filter, { limit, maxTimeMS: longestMs }));
    },

    // A row that has ended holds the entries of its chain inside the successor that is still to be inserted.
    oldestEntryAt: async () => {
      const projection = { _id: 0, 'outbox.created_at': 1, 'successor.outbox.created_at': 1 };
      const holding = (field: 'outbox.id' | 'successor._id') => {
        const page = { hint: { [field]: 1 }, projection, limit: firstRows, batchSize: firstRows };
        const filter = { [field]: { $gte: lowestId } };
        return reading(() =>
          collection.find<Waiting>(filter, { ...page, maxTimeMS: longestMs }).toArray(),
        );
      };
      const rows = (await Promise.all([holding('outbox.id'), holding('successor._id')])).flat();
      const writtenAt = rows
        .flatMap((row) => [...(row.outbox ?? []), ...(row.successor?.outbox ?? [])])
        .map((entry) => entry.created_at.getTime());
      return writtenAt.length === 0 ? null : instantOf(new Date(Math.min(...writtenAt)));
    },
  };
}

import type { mongo } from 'mongoose';
import type { Database } from './connect.js';

type Owned = mongo.Document & { _id: unknown };

const pageSize = 1_000;

/**
 * Deletes all that match, a page at a time, and answers how many there were: no command of it is long, whatever there is
 * to delete. What begins to match meanwhile may go too; what no longer does stays.
 */
export async function deleteInPages<Document extends mongo.Document>(
  { reading, writing, limits }: Pick<Database, 'reading' | 'writing' | 'limits'>,
  collection: mongo.Collection<Document>,
  filter: mongo.Filter<Document>,
): Promise<number> {
  const page = {
    projection: { _id: 1 },
    limit: pageSize,
    batchSize: pageSize,
    maxTimeMS: limits.replyMs,
  };
  let deleted = 0;
  for (;;) {
    const found = (await reading(() => collection.find(filter, page).toArray())) as Owned[];
    if (found.length === 0) return deleted;
    const own = { $and: [filter, { _id: { $in: found.map((it) => it._id) } }] };
    const { deletedCount } = await writing(() =>
      collection.deleteMany(own as mongo.Filter<Document>),
    );
    deleted += deletedCount;
    if (found.length < pageSize) return deleted;
  }
}

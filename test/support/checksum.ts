import { createHash } from 'node:crypto';
import mongoose from 'mongoose';
import type { TestDatabase } from './database.js';

/** A hash of every document of every collection but those named: the same as long as nobody has written anything. */
export async function checksumOf(
  { connection }: TestDatabase,
  besides: readonly string[] = [],
): Promise<string> {
  const hash = createHash('sha256');
  const collections = await connection.listCollections();
  for (const name of collections.map((it) => it.name).toSorted()) {
    if (besides.includes(name)) continue;
    const documents = await connection.collection(name).find({}).sort({ _id: 1 }).toArray();
    hash.update(name);
    for (const document of documents) hash.update(mongoose.mongo.BSON.serialize(document));
  }
  return hash.digest('hex');
}

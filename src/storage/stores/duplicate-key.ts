import { mongo } from 'mongoose';
import { shardKeyOf } from '../shard-keys.js';

const duplicateKey = 11_000;

type Identified = mongo.Document & { readonly _id?: unknown };

/** Whether a command failed because a unique key is taken. */
export function isDuplicateKey(error: unknown): error is mongo.MongoServerError {
  return error instanceof mongo.MongoServerError && error.code === duplicateKey;
}

/**
 * Whether inserting this document failed because its own id is taken. Not every server says which key it was
 * (`keyPattern`), and each words its sentence differently: then the collection is asked for the id.
 */
export async function isIdTaken<Document extends mongo.Document>(
  collection: mongo.Collection<Document>,
  error: unknown,
  document: Identified,
): Promise<boolean> {
  if (!isDuplicateKey(error)) return false;
  const { keyPattern } = error as { keyPattern?: unknown };
  if (typeof keyPattern === 'object' && keyPattern !== null) {
    return Object.keys(keyPattern).join() === '_id';
  }
  return (await presentIds(collection, [document])).size > 0;
}

/**
 * Inserts these documents but those whose `_id` is there already, and answers where in the list those are. Any other
 * error is thrown, after all that can be inserted is. An empty list sends nothing.
 *
 * The driver drops which key a bulk's errors are of, so the collection is asked which of the refused ids it has.
 */
export async function insertAbsent<Document extends mongo.Document>(
  collection: mongo.Collection<Document>,
  documents: readonly mongo.OptionalUnlessRequiredId<Document>[],
): Promise<readonly number[]> {
  if (documents.length === 0) return [];
  try {
    await collection.insertMany(documents, { ordered: false });
    return [];
  } catch (error) {
    const refused = writeErrorsOf(error);
    if (refused.length === 0 || refused.some(({ code }) => code !== duplicateKey)) throw error;
    const places = refused.map(({ index }) => index);
    const own = places.flatMap((place) => documents.slice(place, place + 1));
    const present = await presentIds(collection, own);
    if (!own.every(({ _id }) => present.has(String(_id)))) throw error;
    return places;
  }
}

/**
 * The single errors of a bulk, where they are all that is wrong: empty for anything else, also where the majority has
 * not confirmed what was written.
 */
export function writeErrorsOf(error: unknown): readonly mongo.WriteError[] {
  if (!(error instanceof mongo.MongoBulkWriteError)) return [];
  return error.result.getWriteConcernError() === undefined ? [error.writeErrors].flat() : [];
}

/**
 * Which of these documents' ids are there, as text, among those of the same shard key. What an insert has just met may
 * not be on a majority yet: a majority read would miss it.
 */
async function presentIds<Document extends mongo.Document>(
  collection: mongo.Collection<Document>,
  documents: readonly Identified[],
): Promise<ReadonlySet<string>> {
  const fields = ['_id', ...shardKeyOf(collection.collectionName).filter((it) => it !== '_id')];
  const filter = Object.fromEntries(
    fields.map((field) => [field, { $in: documents.map((it) => it[field] as unknown) }]),
  );
  const found = await collection
    .find(filter as mongo.Filter<Document>, {
      projection: { _id: 1 },
      batchSize: documents.length + 1,
      readConcern: { level: 'local' },
    })
    .toArray();
  return new Set(found.map(({ _id }) => String(_id)));
}

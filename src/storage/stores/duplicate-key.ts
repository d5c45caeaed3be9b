import { mongo } from 'mongoose';

const duplicateKey = 11_000;
// The key itself stands behind, and its text is anybody's: only the beginning tells.
const onId = /^E11000 duplicate key error collection: \S+ index: _id_ /;

type KeyError = { readonly code?: unknown; readonly errmsg?: string | undefined };

/** Whether a command failed because a unique key is taken. */
export function isDuplicateKey(error: unknown): error is mongo.MongoServerError {
  return error instanceof mongo.MongoServerError && error.code === duplicateKey;
}

/**
 * Whether it is the document's own id that is taken. The driver keeps no `keyPattern` of a bulk's errors, and not every
 * server sends one, so the server's sentence is read.
 */
export function isDuplicateId(error: unknown): boolean {
  return isDuplicateKey(error) && isOnId({ code: error.code, errmsg: error.message });
}

/**
 * Inserts these documents but those whose `_id` is there already, and answers where in the list those are. Any other
 * error is thrown, after all that can be inserted is. An empty list sends nothing.
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
    const writeErrors = writeErrorsOf(error);
    const isDone = writeErrors.length > 0 && writeErrors.every(isOnId);
    if (!isDone) throw error;
    return writeErrors.map(({ index }) => index);
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

function isOnId({ code, errmsg }: KeyError): boolean {
  return code === duplicateKey && onId.test(errmsg ?? '');
}

import type { BsonObject } from '../bson/bson-object.js';
import { badValue, MongoError } from '../errors/mongo-error.js';

/** What a batch of writes has done so far; errors stand beside it, by the statement's place. */
export type WriteErrors = BsonObject[];

const MOST_STATEMENTS = 100_000;

/** Runs statements one by one: an ordered batch stops at the first refusal, an unordered one goes on. */
export function runStatements<T>(
  statements: readonly T[],
  ordered: boolean,
  run: (statement: T, index: number) => void,
): WriteErrors {
  if (statements.length === 0 || statements.length > MOST_STATEMENTS) {
    throw new MongoError(
      16,
      `Write batch sizes must be between 1 and ${String(MOST_STATEMENTS)}. Got ${String(statements.length)} operations.`,
    );
  }
  const errors: WriteErrors = [];
  for (const [index, statement] of statements.entries()) {
    try {
      run(statement, index);
    } catch (error) {
      if (!(error instanceof MongoError)) throw error;
      errors.push({ index, code: error.code, ...error.facts, errmsg: error.message });
      if (ordered) break;
    }
  }
  return errors;
}

/** The errors as a reply has them: left out when there are none. */
export function errorsIn(errors: WriteErrors): BsonObject {
  return errors.length > 0 ? { writeErrors: errors } : {};
}

/** Refuses a collection that only the server may write to. */
export function checkWritable(db: string, collection: string): void {
  if (collection.startsWith('system.')) throw badValue(`cannot write to '${db}.${collection}'`);
}

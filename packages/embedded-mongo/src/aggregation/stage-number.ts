import { MongoError } from '../errors/mongo-error.js';

/** The number of a $skip or $limit. */
export function wholeNumber(stage: string, value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw new MongoError(
      5107201,
      `invalid argument to ${stage} stage: Expected a non-negative number in: ${stage}: ${String(value)}`,
    );
  }
  return value;
}

/** The number of a $limit, which is never 0. */
export function positiveLimit(value: unknown): number {
  const limit = wholeNumber('$limit', value);
  if (limit === 0) throw new MongoError(15958, 'the limit must be positive');
  return limit;
}

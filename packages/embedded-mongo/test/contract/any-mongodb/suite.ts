import { expect } from '@jest/globals';
import mongoose from 'mongoose';

const { MongoServerError } = mongoose.mongo;

/** What a server is known not to do as MongoDB's manual says. */
export type Gap =
  | 'keyPattern and keyValue of a duplicate'
  | 'counts beside the errors of an insert'
  | 'the id in front';

/** What the parts of the contract work with. */
export type Suite = {
  readonly db: () => mongoose.mongo.Db;
  readonly items: () => mongoose.mongo.Collection;
  readonly lacks: (gap: Gap) => boolean;
  /** The ids a filter finds, in order. */
  readonly ids: (filter: mongoose.mongo.Filter<mongoose.mongo.Document>) => Promise<unknown[]>;
};

/** The refusal that work must end with. */
export async function refusalOf(
  work: Promise<unknown>,
): Promise<InstanceType<typeof MongoServerError>> {
  const outcome = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(MongoServerError);
  return outcome as InstanceType<typeof MongoServerError>;
}

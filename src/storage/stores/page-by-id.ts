import type { mongo } from 'mongoose';
import type { toId } from '../../domain/ids.js';
import { objectIdOf } from '../mappers/values.mapper.js';

type Id = ReturnType<typeof toId>;
type Owned = mongo.Document & { _id: mongo.ObjectId; organisation_id: mongo.ObjectId };
type Page = { readonly after: Id | null; readonly limit: number; readonly maxTimeMS: number };

/** One page of all documents of an organisation in the order of their ids, from an index of just that. */
export function pageById<Document extends Owned>(
  collection: mongo.Collection<Document>,
  organisationId: Id,
  { after, limit, maxTimeMS }: Page,
): Promise<mongo.WithId<Document>[]> {
  const filter = {
    organisation_id: objectIdOf(organisationId),
    ...(after === null ? {} : { _id: { $gt: objectIdOf(after) } }),
  } as mongo.Filter<Document>;
  return collection
    .find(filter, { sort: { _id: 1 }, limit, batchSize: limit, maxTimeMS })
    .toArray();
}

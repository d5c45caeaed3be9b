import { mongo } from 'mongoose';
import type { IdSource } from '../../application/ports/surroundings.js';

/** ObjectIds: seconds, five random bytes of this process, a counter. */
export function makeIdSource(): IdSource {
  return { next: () => new mongo.ObjectId().toHexString() };
}

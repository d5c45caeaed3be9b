import { typeNameOf } from '../bson/bson-type.js';
import type { Collection } from '../engine/catalog.js';
import { MongoError } from '../errors/mongo-error.js';
import type { Context, Request } from './command.js';

/** The collection's name, which is the value of the command's first field. */
export function collectionName({ name, body }: Request): string {
  const value = body[name];
  if (typeof value !== 'string') {
    throw new MongoError(73, `collection name has invalid type ${typeNameOf(value)}`);
  }
  if (value === '' || value.startsWith('.') || value.endsWith('.') || /[$\0]/u.test(value)) {
    throw new MongoError(73, `Invalid collection name: '${value}'`);
  }
  return value;
}

/** The collection a command names, if there is one. */
export function findCollection(request: Request, { engine }: Context): Collection | undefined {
  return engine.catalog.find(request.db, collectionName(request));
}

/** The collection a write names; MongoDB makes it when it is missing. */
export function ensureCollection(request: Request, { engine }: Context): Collection {
  const name = collectionName(request);
  return engine.catalog.find(request.db, name) ?? engine.catalog.create(request.db, name);
}

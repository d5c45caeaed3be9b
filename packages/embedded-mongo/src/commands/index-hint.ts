import { isBsonObject } from '../bson/bson-object.js';
import type { Collection } from '../engine/catalog.js';
import { badValue } from '../errors/mongo-error.js';

/** An index named by its name or by its key. */
export type Hint = { readonly name: string } | { readonly key: string };

/** Reads a hint; the key of an index is as good as its name. */
export function hintOf(hint: unknown): Hint | undefined {
  if (hint === undefined || hint === '') return undefined;
  if (typeof hint === 'string') return { name: hint };
  if (!isBsonObject(hint)) throw badValue('Hint must be a string or an object');
  return Object.keys(hint).length === 0 ? undefined : { key: JSON.stringify(hint) };
}

/** The name of the index a hint means in a collection. */
export function hintedIndex(collection: Collection, hint: Hint | undefined): string | undefined {
  if (hint === undefined) return undefined;
  const known = [{ name: '_id_', key: { _id: 1 } }, ...collection.indexes];
  const found = known.find(({ name, key }) =>
    'name' in hint ? name === hint.name : JSON.stringify(key) === hint.key,
  );
  if (found === undefined) {
    throw badValue(
      'error processing query: planner returned error: hint provided does not correspond to an existing index',
    );
  }
  return found.name;
}

import type { BsonObject } from '../bson/bson-object.js';
import { compositeValues, type CompositeValues } from '../query/composite-values.js';
import type { Index } from './catalog.js';
import { entryKey, fieldsKey } from './stored-keys.js';

/** One entry of an index for a document. */
export type Entry = { readonly key: Buffer; readonly row: CompositeValues };

/** What an index holds for a document, and what that says about the index as a whole. */
export type Entries = {
  readonly entries: readonly Entry[];
  readonly isMultikey: boolean;
  readonly hasHashedKey: boolean;
};

/** The entries of a document; a sparse index skips a row that has none of its fields. */
export function entriesOf(index: Index, document: BsonObject, documentKey: Buffer): Entries {
  const rows = compositeValues(document, index.fields);
  const entries: Entry[] = [];
  let hasHashedKey = false;
  for (const row of rows) {
    if (index.sparse && row.every((value) => value === undefined)) continue;
    const { key, isHashed } = fieldsKey(index.number, index.fields, row);
    if (isHashed) hasHashedKey = true;
    entries.push({ key: index.unique ? key : entryKey(key, documentKey), row });
  }
  return { entries, isMultikey: rows.length > 1 || hasArray(index, document), hasHashedKey };
}

function hasArray(index: Index, document: BsonObject): boolean {
  return index.fields.some((field) =>
    meetsArray(
      document,
      field.path.parts.map(({ name }) => name),
    ),
  );
}

// Also an array of one or no element makes an index multikey: a range on it must not be narrowed from both ends.
function meetsArray(document: BsonObject, names: readonly string[]): boolean {
  let current: unknown = document;
  for (const name of names) {
    if (typeof current !== 'object' || current === null) return false;
    current = (current as BsonObject)[name];
    if (Array.isArray(current)) return true;
  }
  return false;
}

/** Notes which fields of an index have met an array; true when that is new. */
export function noteMultikey(index: Index, document: BsonObject): boolean {
  let isNew = false;
  for (const [position, field] of index.fields.entries()) {
    if (index.multikey[position] === true) continue;
    if (
      !meetsArray(
        document,
        field.path.parts.map(({ name }) => name),
      )
    )
      continue;
    index.multikey[position] = true;
    isNew = true;
  }
  return isNew;
}

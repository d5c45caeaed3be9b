import { createHash } from 'node:crypto';
import {
  finishedKey,
  makeKeyWriter,
  reserve,
  writeKeyValue,
  type KeyWriter,
} from '../bson/encode-key.js';
import type { CompositeValues, KeyField } from '../query/composite-values.js';

const PREFIX_BYTES = 4;
const MOST_ID_BYTES = 768;
/** Fields longer than this are kept as their beginning and a hash: with the id a key stays below LMDB's 1,978 bytes. */
const MOST_FIELD_BYTES = 1_024;
const HASH_BYTES = 32;

/** No encoded value begins with this byte: put behind a key's beginning it is the end of all such keys. */
export const AFTER_ALL = Buffer.of(0xff);

const writer = makeKeyWriter();

function begin(prefix: number): KeyWriter {
  writer.length = 0;
  const start = reserve(writer, PREFIX_BYTES);
  writer.bytes.writeUInt32BE(prefix, start);
  return writer;
}

// Equal values give equal keys and order is kept up to the cut; beyond it the hash stands for the rest.
function cut(most: number): boolean {
  const end = PREFIX_BYTES + most;
  if (writer.length <= end) return false;
  const hash = createHash('sha256')
    .update(writer.bytes.subarray(PREFIX_BYTES, writer.length))
    .digest();
  writer.length = end;
  const start = reserve(writer, HASH_BYTES);
  writer.bytes.set(hash, start);
  return true;
}

/** The key of a document: its collection's number and its id. */
export function documentKey(collection: number, id: unknown): Buffer {
  writeKeyValue(begin(collection), id, false);
  cut(MOST_ID_BYTES);
  return finishedKey(writer);
}

/** A collection's or index's number alone: where its keys begin. */
export function prefixKey(prefix: number): Buffer {
  return finishedKey(begin(prefix));
}

/** One index key without the document's id, and whether it had to be hashed. */
export type FieldsKey = { readonly key: Buffer; readonly isHashed: boolean };

/** The key of a row of values in an index. */
export function fieldsKey(
  index: number,
  fields: readonly KeyField[],
  row: CompositeValues,
): FieldsKey {
  begin(index);
  for (const [at, field] of fields.entries()) writeKeyValue(writer, row[at], field.descending);
  const isHashed = cut(MOST_FIELD_BYTES);
  return { key: finishedKey(writer), isHashed };
}

/** The beginning shared by all keys with these first values, cut where keys are cut. */
export function beginningKey(
  index: number,
  fields: readonly KeyField[],
  row: CompositeValues,
): Buffer {
  begin(index);
  for (const [at, value] of row.entries())
    writeKeyValue(writer, value, fields[at]?.descending ?? false);
  if (row.length === fields.length) cut(MOST_FIELD_BYTES);
  else writer.length = Math.min(writer.length, PREFIX_BYTES + MOST_FIELD_BYTES);
  return finishedKey(writer);
}

/** A key of a non-unique index: the fields and the document's id, so that equal fields stay apart. */
export function entryKey(fields: Buffer, document: Buffer): Buffer {
  return Buffer.concat([fields, document.subarray(PREFIX_BYTES)]);
}

/** A key followed by more bytes. */
export function extended(key: Buffer, more: Uint8Array): Buffer {
  return Buffer.concat([key, more]);
}

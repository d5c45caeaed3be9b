import { Binary, ObjectId } from 'bson';
import type { BsonObject } from '../bson/bson-object.js';
import { EMPTY_ARRAY } from '../bson/encode-key.js';
import { MongoError } from '../errors/mongo-error.js';
import type { CompositeValues } from '../query/composite-values.js';
import type { Collection } from './catalog.js';

type Duplicate = {
  readonly name: string;
  readonly key: Readonly<Record<string, 1 | -1>>;
  readonly row: CompositeValues;
};

/** E11000 in MongoDB's own words, with keyPattern and keyValue. */
export function duplicateKeyError(
  { namespace }: Collection,
  { name, key, row }: Duplicate,
): MongoError {
  const paths = Object.keys(key);
  const values = row.map((value) => (value === undefined || value === EMPTY_ARRAY ? null : value));
  const shown = paths.map((path, index) => `${path}: ${show(values[index])}`).join(', ');
  const keyValue = Object.fromEntries(paths.map((path, index) => [path, values[index]]));
  return new MongoError(
    11000,
    `E11000 duplicate key error collection: ${namespace} index: ${name} dup key: { ${shown} }`,
    { keyPattern: key, keyValue },
  );
}

function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof ObjectId) return `ObjectId('${value.toHexString()}')`;
  if (value instanceof Date) return `new Date(${String(value.getTime())})`;
  if (value instanceof Binary)
    return `BinData(${String(value.sub_type)}, ${value.toString('hex').toUpperCase()})`;
  if (Array.isArray(value)) return `[ ${value.map(show).join(', ')} ]`;
  return typeof value === 'object' && value !== null
    ? showObject(value as BsonObject)
    : String(value);
}

function showObject(value: BsonObject): string {
  return `{ ${Object.entries(value)
    .map(([name, field]) => `${name}: ${show(field)}`)
    .join(', ')} }`;
}

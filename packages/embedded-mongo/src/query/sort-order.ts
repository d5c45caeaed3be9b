import { finishedKey, makeKeyWriter, writeKeyValue } from '../bson/encode-key.js';
import { isBsonObject, type BsonObject } from '../bson/bson-object.js';
import { badValue, MongoError, notImplemented } from '../errors/mongo-error.js';
import { compositeValues, type CompositeValues, type KeyField } from './composite-values.js';
import { parsePath } from './field-path.js';

/** Takes a sort specification apart; no fields means no order. */
export function parseSort(spec: unknown): readonly KeyField[] {
  if (spec === undefined || spec === null) return [];
  if (!isBsonObject(spec)) throw new MongoError(14, `Expected field sort to be of type object`);
  return Object.entries(spec).map(([name, direction]) => {
    if (isBsonObject(direction)) throw notImplemented('sorting by $meta');
    if (name.startsWith('$')) throw notImplemented(`sorting by ${name}`);
    if (name === '')
      throw new MongoError(40352, 'FieldPath cannot be constructed with empty string');
    if (direction !== 1 && direction !== -1) {
      throw new MongoError(
        15975,
        '$sort key ordering must be 1 (for ascending) or -1 (for descending)',
      );
    }
    return { path: parsePath(name), descending: direction === -1 };
  });
}

const writer = makeKeyWriter();

/**
 * A key whose bytes sort as the documents do. An array counts as its smallest element, or as its
 * largest when the field is descending (manual: "Sort by array fields").
 */
export function sortKeyOf(document: BsonObject, fields: readonly KeyField[]): Buffer {
  let smallest: Buffer | undefined;
  for (const row of rowsOf(document, fields)) {
    writer.length = 0;
    for (const [index, field] of fields.entries())
      writeKeyValue(writer, row[index], field.descending);
    const key = finishedKey(writer);
    if (smallest === undefined || Buffer.compare(key, smallest) < 0) smallest = key;
  }
  return smallest ?? Buffer.alloc(0);
}

function rowsOf(document: BsonObject, fields: readonly KeyField[]): readonly CompositeValues[] {
  try {
    return compositeValues(document, fields);
  } catch (error) {
    if (error instanceof MongoError && error.code === 171) {
      throw badValue('cannot sort with keys that are parallel arrays');
    }
    throw error;
  }
}

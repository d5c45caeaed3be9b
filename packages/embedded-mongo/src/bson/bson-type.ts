import { Binary, BSONRegExp, MaxKey, MinKey, ObjectId } from 'bson';

/**
 * The order of types in MongoDB's comparison (manual: "Comparison/Sort Order"). The numbers are also
 * the first byte of an encoded key, so they leave room for a successor and stay below 0xf0.
 */
export const TYPE_ORDER = {
  minKey: 10,
  /** What an empty array is in an index. */
  undefined: 15,
  null: 20,
  number: 30,
  string: 40,
  object: 50,
  array: 60,
  binary: 70,
  objectId: 80,
  boolean: 90,
  date: 100,
  regex: 120,
  maxKey: 200,
} as const;

const PRIMITIVE_ORDER: Readonly<Record<string, number>> = {
  undefined: TYPE_ORDER.null,
  number: TYPE_ORDER.number,
  string: TYPE_ORDER.string,
  boolean: TYPE_ORDER.boolean,
};

/** The place of a value's type in MongoDB's order; a missing value stands with null. */
export function typeOrderOf(value: unknown): number {
  if (value === null) return TYPE_ORDER.null;
  return PRIMITIVE_ORDER[typeof value] ?? classOrderOf(value);
}

function classOrderOf(value: unknown): number {
  if (Array.isArray(value)) return TYPE_ORDER.array;
  if (value instanceof ObjectId) return TYPE_ORDER.objectId;
  if (value instanceof Date) return TYPE_ORDER.date;
  if (value instanceof Binary) return TYPE_ORDER.binary;
  if (value instanceof BSONRegExp) return TYPE_ORDER.regex;
  if (value instanceof MinKey) return TYPE_ORDER.minKey;
  if (value instanceof MaxKey) return TYPE_ORDER.maxKey;
  return TYPE_ORDER.object;
}

const TYPE_NAMES: Readonly<Record<number, string>> = {
  [TYPE_ORDER.minKey]: 'minKey',
  [TYPE_ORDER.null]: 'null',
  [TYPE_ORDER.string]: 'string',
  [TYPE_ORDER.object]: 'object',
  [TYPE_ORDER.array]: 'array',
  [TYPE_ORDER.binary]: 'binData',
  [TYPE_ORDER.objectId]: 'objectId',
  [TYPE_ORDER.boolean]: 'bool',
  [TYPE_ORDER.date]: 'date',
  [TYPE_ORDER.regex]: 'regex',
  [TYPE_ORDER.maxKey]: 'maxKey',
};

/** True for a number that is kept as a 32-bit integer; every other number is kept as a double. */
export function isInt32(value: number): boolean {
  return (value | 0) === value && !Object.is(value, -0);
}

/** MongoDB's name of a type, as its error messages use it. */
export function typeNameOf(value: unknown): string {
  if (typeof value === 'number') return isInt32(value) ? 'int' : 'double';
  return value === undefined ? 'missing' : (TYPE_NAMES[typeOrderOf(value)] ?? 'object');
}

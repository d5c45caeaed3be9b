import type { Binary, BSONRegExp, ObjectId } from 'bson';
import type { BsonObject } from './bson-object.js';
import { TYPE_ORDER, typeOrderOf } from './bson-type.js';

type Comparison = (left: never, right: never) => number;

const BY_TYPE: Readonly<Record<number, Comparison>> = {
  [TYPE_ORDER.number]: compareNumbers,
  [TYPE_ORDER.string]: compareStrings,
  [TYPE_ORDER.object]: compareObjects,
  [TYPE_ORDER.array]: compareArrays,
  [TYPE_ORDER.binary]: compareBinaries,
  [TYPE_ORDER.objectId]: compareObjectIds,
  [TYPE_ORDER.boolean]: (left: boolean, right: boolean) => Number(left) - Number(right),
  [TYPE_ORDER.date]: (left: Date, right: Date) => left.getTime() - right.getTime(),
  [TYPE_ORDER.regex]: compareRegexes,
};

/** MongoDB's total order of values (manual: "Comparison/Sort Order"); 0 is also its equality. */
export function compareBson(left: unknown, right: unknown): number {
  if (left === right) return 0;
  const type = typeOrderOf(left);
  const difference = type - typeOrderOf(right);
  if (difference !== 0) return difference;
  return BY_TYPE[type]?.(left as never, right as never) ?? 0;
}

/** True when MongoDB would call the two equal. */
export function equalBson(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' && typeof left !== 'number')
    return left === undefined && right === null;
  return compareBson(left, right) === 0;
}

function compareNumbers(left: number, right: number): number {
  if (left < right) return -1;
  if (left > right) return 1;
  if (left === right) return 0;
  return Number(Number.isNaN(right)) - Number(Number.isNaN(left));
}

// MongoDB compares strings by their UTF-8 bytes; UTF-16 puts surrogates below U+E000, UTF-8 above.
function compareStrings(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const a = left.charCodeAt(index);
    const b = right.charCodeAt(index);
    if (a !== b) return utf8Rank(a) - utf8Rank(b);
  }
  return left.length - right.length;
}

function utf8Rank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit >= 0xe000 ? unit - 0x800 : unit + 0x2000;
}

function compareObjects(left: BsonObject, right: BsonObject): number {
  const names = Object.keys(left);
  const others = Object.keys(right);
  const length = Math.min(names.length, others.length);
  for (let index = 0; index < length; index += 1) {
    const name = names[index] ?? '';
    const other = others[index] ?? '';
    const difference =
      typeOrderOf(left[name]) - typeOrderOf(right[other]) ||
      compareStrings(name, other) ||
      compareBson(left[name], right[other]);
    if (difference !== 0) return difference;
  }
  return names.length - others.length;
}

function compareArrays(left: readonly unknown[], right: readonly unknown[]): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const difference = compareBson(left[index], right[index]);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function compareBinaries(left: Binary, right: Binary): number {
  return (
    left.length() - right.length() ||
    left.sub_type - right.sub_type ||
    Buffer.compare(left.value(), right.value())
  );
}

function compareObjectIds(left: ObjectId, right: ObjectId): number {
  return left.equals(right) ? 0 : Buffer.compare(left.id, right.id);
}

function compareRegexes(left: BSONRegExp, right: BSONRegExp): number {
  return compareStrings(left.pattern, right.pattern) || compareStrings(left.options, right.options);
}

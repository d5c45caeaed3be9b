import { finishedKey, makeKeyWriter, writeKeyValue } from '../bson/encode-key.js';
import { typeOrderOf } from '../bson/bson-type.js';
import type { KeyField } from '../query/composite-values.js';
import type { Access } from './access.js';
import type { Bound, Constraint, Constraints } from './constraints.js';
import { AFTER_ALL, beginningKey, documentKey, extended } from './stored-keys.js';

/** A stretch of keys, from `low` up to but without `high`; `isExact` is one key that at most one document has. */
export type Segment = {
  readonly low: Buffer;
  readonly high: Buffer;
  readonly isExact: boolean;
  /** How many bytes the segment's keys share: what follows them is the order within it. */
  readonly sharedBytes: number;
};

/** How far the constraints narrow an access: leading fields with given values, then perhaps a range. */
export type Narrowing = {
  readonly rows: readonly (readonly unknown[])[];
  /** Of each leading field, whether it has one value only. */
  readonly singles: readonly boolean[];
  readonly range: Constraint | undefined;
};

const MOST_ROWS = 20_000;

/** Reads how far the constraints narrow an access. */
export function narrow(access: Access, constraints: Constraints): Narrowing {
  let rows: readonly (readonly unknown[])[] = [[]];
  const singles: boolean[] = [];
  let metMultikey = false;
  for (const [position, field] of access.fields.entries()) {
    const constraint = constraints.get(field.path.text);
    const isMultikey = access.multikey[position] === true;
    // Two fields of one array may be fulfilled by different elements, so only one of them narrows.
    if (constraint === undefined || (isMultikey && metMultikey)) break;
    metMultikey ||= isMultikey;
    const points = constraint.points && distinctPoints(constraint.points, field);
    if (points === undefined || rows.length * points.length > MOST_ROWS) {
      return { rows, singles, range: rangeOf(constraint, isMultikey) };
    }
    rows = rows.flatMap((row) => points.map((point) => [...row, point]));
    singles.push(points.length === 1);
  }
  return { rows, singles, range: undefined };
}

// In a multikey index one element may be above the low end and another below the high one.
function rangeOf(constraint: Constraint, isMultikey: boolean): Constraint | undefined {
  const { low, high, exists } = constraint;
  if (low === undefined && high === undefined) return undefined;
  return isMultikey && low !== undefined ? { low, exists } : constraint;
}

const writer = makeKeyWriter();

function encoded(value: unknown, { descending }: KeyField): Buffer {
  writer.length = 0;
  writeKeyValue(writer, value, descending);
  return finishedKey(writer);
}

function distinctPoints(points: readonly unknown[], field: KeyField): readonly unknown[] {
  if (points.length === 1) return points;
  const keyed = points.map((value) => ({ value, key: encoded(value, field) }));
  keyed.sort((left, right) => Buffer.compare(left.key, right.key));
  return keyed
    .filter(({ key }, index) => index === 0 || !key.equals(keyed[index - 1]?.key ?? AFTER_ALL))
    .map(({ value }) => value);
}

/** The stretches of keys to read, in key order. */
export function segmentsOf(access: Access, { rows, range }: Narrowing): readonly Segment[] {
  return rows.map((row) => segmentOf(access, row, range));
}

function segmentOf(
  access: Access,
  row: readonly unknown[],
  range: Constraint | undefined,
): Segment {
  const isWhole = row.length === access.fields.length;
  const beginning =
    isWhole && access.isPrimary
      ? documentKey(access.number, row[0])
      : beginningKey(access.number, access.fields, row);
  const sharedBytes = beginning.length;
  const field = access.fields[row.length];
  if (range === undefined || field === undefined) {
    const isExact = isWhole && access.unique;
    const high = isWhole ? extended(beginning, AFTER_ALL) : afterAllBeginning(beginning);
    return { low: beginning, high, isExact, sharedBytes };
  }
  const { low, high } = rangeEnds(range, field);
  return {
    low: Buffer.concat([beginning, low]).subarray(0, MOST_BOUND_BYTES),
    high: cutHigh(Buffer.concat([beginning, high])),
    isExact: false,
    sharedBytes,
  };
}

/** Keys are cut at different lengths; a bound this short compares right with all of them. */
const MOST_BOUND_BYTES = 700;

function cutHigh(high: Buffer): Buffer {
  return high.length <= MOST_BOUND_BYTES
    ? high
    : afterAllBeginning(high.subarray(0, MOST_BOUND_BYTES));
}

/** The first key behind all keys that begin with these bytes. */
function afterAllBeginning(bytes: Buffer): Buffer {
  let length = bytes.length;
  while (length > 0 && bytes[length - 1] === 0xff) length -= 1;
  const after = Buffer.from(bytes.subarray(0, length));
  const last = length - 1;
  after[last] = (after[last] ?? 0) + 1;
  return after;
}

type Ends = { readonly low: Buffer; readonly high: Buffer };

// Only values of the bound's own type are in the range. Descending fields are stored inverted, so the
// ends change places; there an end is kept in, since a longer text may stand on either side of it.
function rangeEnds({ low, high }: Constraint, field: KeyField): Ends {
  const type = typeOrderOf((low ?? high)?.value);
  if (field.descending) {
    return {
      low: high === undefined ? Buffer.of(0xff - type) : encoded(high.value, field),
      high: low === undefined ? Buffer.of(0x100 - type) : behind(low, field),
    };
  }
  return {
    low: low === undefined ? Buffer.of(type) : lowEnd(low, field),
    high: high === undefined ? Buffer.of(type + 1) : highEnd(high, field),
  };
}

function lowEnd(low: Bound, field: KeyField): Buffer {
  return low.inclusive ? encoded(low.value, field) : behind(low, field);
}

function highEnd(high: Bound, field: KeyField): Buffer {
  return high.inclusive ? behind(high, field) : encoded(high.value, field);
}

function behind({ value }: Bound, field: KeyField): Buffer {
  return extended(encoded(value, field), AFTER_ALL);
}

import { fieldOf, isBsonObject } from '../bson/bson-object.js';
import { EMPTY_ARRAY } from '../bson/encode-key.js';
import { MongoError } from '../errors/mongo-error.js';
import type { FieldPath } from './field-path.js';

/** One field of an index or of a sort. */
export type KeyField = { readonly path: FieldPath; readonly descending: boolean };

/** The values of each field side by side; undefined is a missing field. */
export type CompositeValues = readonly unknown[];

type Pending = { readonly value: unknown; readonly at: number };

/**
 * What an index on these fields holds for a document (manual: "Multikey Indexes"): one row of values,
 * or one for each element where a path meets an array. Two different arrays in one document cannot
 * be indexed together (171).
 */
export function compositeValues(
  document: unknown,
  fields: readonly KeyField[],
): readonly CompositeValues[] {
  const rows: CompositeValues[] = [];
  collect(
    fields.map(() => ({ value: document, at: 0 })),
    { fields, rows },
  );
  return rows;
}

type Collecting = { readonly fields: readonly KeyField[]; readonly rows: CompositeValues[] };

function collect(starts: readonly Pending[], collecting: Collecting): void {
  const pending = starts.map((start, index) => advance(start, collecting.fields[index]?.path));
  const array = sharedArray(pending);
  if (array === undefined) {
    collecting.rows.push(pending.map(({ value }) => value));
    return;
  }
  const elements = array.length === 0 ? [EMPTY_ARRAY] : array;
  for (const element of elements) {
    collect(
      pending.map((one, index) =>
        one.value === array ? enter(one, element, collecting.fields[index]?.path) : one,
      ),
      collecting,
    );
  }
}

// Walks on until the path ends, the field is missing, or an array is in the way.
function advance({ value, at }: Pending, path: FieldPath | undefined): Pending {
  const parts = path?.parts ?? [];
  let current = value;
  let index = at;
  for (; index < parts.length; index += 1) {
    const part = parts[index];
    if (part === undefined) break;
    if (Array.isArray(current)) {
      if (part.index < 0) return { value: current, at: index };
      checkUnambiguous(current, part.name);
      current = current[part.index] as unknown;
    } else {
      current = isBsonObject(current) ? fieldOf(current, part.name) : undefined;
    }
  }
  return { value: current, at: index };
}

// MongoDB refuses this too: the number could mean an element or a field of every element.
function checkUnambiguous(array: readonly unknown[], name: string): void {
  if (array.some((element) => isBsonObject(element) && Object.hasOwn(element, name))) {
    throw new MongoError(
      16746,
      `Ambiguous field name found in array (do not use numeric field names in embedded elements in an array), field: '${name}'`,
    );
  }
}

function sharedArray(pending: readonly Pending[]): readonly unknown[] | undefined {
  let shared: readonly unknown[] | undefined;
  for (const { value, at } of pending) {
    if (!Array.isArray(value) || at === ENTERED) continue;
    if (shared !== undefined && shared !== value) {
      throw new MongoError(171, 'cannot index parallel arrays');
    }
    shared = value;
  }
  return shared;
}

/** Marks a field whose array has been entered at its end: an array inside it is one value. */
const ENTERED = Number.MAX_SAFE_INTEGER;

function enter({ at }: Pending, element: unknown, path: FieldPath | undefined): Pending {
  const atEnd = at >= (path?.parts.length ?? 0);
  if (atEnd) return { value: element, at: ENTERED };
  return { value: isBsonObject(element) ? element : undefined, at };
}

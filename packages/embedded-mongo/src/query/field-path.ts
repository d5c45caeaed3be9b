import { fieldOf, isBsonObject } from '../bson/bson-object.js';
import { MongoError } from '../errors/mongo-error.js';

/** One part of a dotted path; `index` is its number when it may name an array's element, else -1. */
export type PathPart = { readonly name: string; readonly index: number };

/** A dotted path, taken apart once. */
export type FieldPath = {
  readonly text: string;
  readonly root: string;
  readonly parts: readonly PathPart[];
};

const KNOWN_PATHS = new Map<string, FieldPath>();
const MOST_KNOWN_PATHS = 5_000;
const INDEX = /^(?:0|[1-9]\d{0,6})$/;

/** Takes a path apart; paths repeat, so the result is kept. */
export function parsePath(text: string): FieldPath {
  const known = KNOWN_PATHS.get(text);
  if (known !== undefined) return known;
  const parts = text
    .split('.')
    .map((name) => ({ name, index: INDEX.test(name) ? Number(name) : -1 }));
  const path = { text, root: parts[0]?.name ?? '', parts };
  if (KNOWN_PATHS.size >= MOST_KNOWN_PATHS) KNOWN_PATHS.clear();
  KNOWN_PATHS.set(text, path);
  return path;
}

/** Refuses paths with an empty part, which MongoDB refuses in updates and index keys. */
export function checkNoEmptyPart(path: FieldPath): void {
  if (path.parts.some((part) => part.name === '')) {
    throw new MongoError(56, `The path '${path.text}' contains an empty field name`);
  }
}

/**
 * Told each value a path leads to; true ends the walk. `undefined` stands for a missing field;
 * `byIndex` says that the path's last part named an element by its number.
 */
export type Visit = (value: unknown, byIndex: boolean) => boolean;

/**
 * Visits what a path means in a document (manual: "Query an Array of Embedded Documents"): arrays on
 * the way are entered, each document in them by name and an element by number. The last value is
 * visited as it is, an array as a whole.
 */
export function visitPath(value: unknown, path: FieldPath, visit: Visit): boolean {
  return visitFrom(value, { parts: path.parts, at: 0 }, visit);
}

/** As `visitPath`, and the elements of an array at the path's end before the array itself. */
export function visitPathAndElements(value: unknown, path: FieldPath, visit: Visit): boolean {
  return visitPath(value, path, (found, byIndex) => {
    if (byIndex || !Array.isArray(found)) return visit(found, byIndex);
    return found.some((element) => visit(element, false)) || visit(found, false);
  });
}

type Walk = { readonly parts: readonly PathPart[]; readonly at: number };

function visitFrom(value: unknown, { parts, at }: Walk, visit: Visit): boolean {
  let current = value;
  for (let index = at; index < parts.length; index += 1) {
    if (Array.isArray(current)) return visitArray(current, { parts, at: index }, visit);
    const part = parts[index];
    if (part === undefined || !isBsonObject(current)) return visit(undefined, false);
    current = fieldOf(current, part.name);
  }
  return visit(current, false);
}

function visitArray(array: readonly unknown[], walk: Walk, visit: Visit): boolean {
  for (const element of array) {
    if (isBsonObject(element) && visitFrom(element, walk, visit)) return true;
  }
  const position = walk.parts[walk.at]?.index ?? -1;
  return position >= 0 && position < array.length && visitElement(array[position], walk, visit);
}

// The path names this element by its number; what is left of the path goes on inside it.
function visitElement(element: unknown, walk: Walk, visit: Visit): boolean {
  const rest = { parts: walk.parts, at: walk.at + 1 };
  if (rest.at === rest.parts.length) return visit(element, true);
  if (Array.isArray(element)) return visitArray(element, rest, visit);
  return isBsonObject(element) && visitFrom(element, rest, visit);
}

import { fieldOf, isBsonObject, type BsonObject } from '../bson/bson-object.js';
import { MongoError, notImplemented } from '../errors/mongo-error.js';
import type { FieldPath, PathPart } from '../query/field-path.js';

const MOST_PADDING = 1_500_000;
const INTEGER_NAME = /^(?:0|[1-9]\d{0,9})$/;

type Container = Record<string, unknown> | unknown[];

/**
 * A document being updated. What is changed is copied first and once; everything else is shared with
 * the stored document, which is never touched.
 */
export type Draft = { root: Record<string, unknown>; readonly copies: Set<unknown> };

/** Begins an update of a document. */
export function makeDraft(document: BsonObject): Draft {
  const root = { ...document };
  return { root, copies: new Set([root]) };
}

/** What is at the path, an array's element by its number; undefined when nothing is. */
export function valueAt(draft: Draft, path: FieldPath): unknown {
  let current: unknown = draft.root;
  for (const part of path.parts) {
    current = childOf(current, part);
    if (current === undefined) return undefined;
  }
  return current;
}

function childOf(value: unknown, part: PathPart): unknown {
  if (Array.isArray(value)) return part.index < 0 ? undefined : (value[part.index] as unknown);
  return isBsonObject(value) ? fieldOf(value, part.name) : undefined;
}

/** Puts a value at the path and makes the documents on the way; a scalar in the way is PathNotViable. */
export function setAt(draft: Draft, path: FieldPath, value: unknown): void {
  let container: Container = draft.root;
  const last = path.parts.length - 1;
  for (const [index, part] of path.parts.entries()) {
    if (index === last) putChild(container, part, value);
    else container = ownedChild(draft, container, { part, next: path.parts[index + 1], path });
  }
}

/** Removes what is at the path; an array's element becomes null. A missing path is left as it is. */
export function unsetAt(draft: Draft, path: FieldPath): void {
  if (valueAt(draft, path) === undefined) return;
  let container: Container = draft.root;
  const last = path.parts.length - 1;
  for (const [index, part] of path.parts.entries()) {
    if (index < last)
      container = ownedChild(draft, container, { part, next: path.parts[index + 1], path });
    else if (Array.isArray(container)) container[part.index] = null;
    else Reflect.deleteProperty(container, part.name);
  }
}

type Step = {
  readonly part: PathPart;
  readonly next: PathPart | undefined;
  readonly path: FieldPath;
};

function ownedChild(draft: Draft, container: Container, { part, next, path }: Step): Container {
  const child = childOf(container, part);
  if (child !== undefined && draft.copies.has(child)) {
    checkViable(child, { part, next, path });
    return child as Container;
  }
  const copy = copyOf(child, { part, next, path });
  draft.copies.add(copy);
  putChild(container, part, copy);
  return copy;
}

function copyOf(child: unknown, step: Step): Container {
  if (child === undefined) return {};
  checkViable(child, step);
  return Array.isArray(child) ? [...(child as unknown[])] : { ...(child as BsonObject) };
}

function checkViable(child: unknown, { part, next, path }: Step): void {
  const isViable = Array.isArray(child) ? (next?.index ?? -1) >= 0 : isBsonObject(child);
  if (!isViable) {
    throw new MongoError(
      28,
      `Cannot create field '${next?.name ?? ''}' in element {${part.name}} of the path '${path.text}'`,
    );
  }
}

function putChild(container: Container, part: PathPart, value: unknown): void {
  if (!Array.isArray(container)) {
    checkNameOrder(container, part.name);
    if (part.name === '__proto__') throw notImplemented("the field name '__proto__' in an update");
    container[part.name] = value;
    return;
  }
  if (part.index < 0) throw new MongoError(28, `Cannot create field '${part.name}' in an array`);
  if (part.index > container.length + MOST_PADDING) {
    throw new MongoError(15, 'cannot extend an array by more than 1500000 elements');
  }
  while (container.length < part.index) container.push(null);
  container[part.index] = value;
}

// A new integer-like name goes last in MongoDB and first in a JavaScript object.
function checkNameOrder(container: Readonly<Record<string, unknown>>, name: string): void {
  if (!INTEGER_NAME.test(name) || Object.hasOwn(container, name)) return;
  const isLast = Object.keys(container).every(
    (other) => INTEGER_NAME.test(other) && Number(other) < Number(name),
  );
  if (!isLast) throw notImplemented(`adding the field name '${name}' after other names`);
}

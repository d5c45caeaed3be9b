import { fieldOf, isBsonObject, type BsonObject } from '../bson/bson-object.js';
import { MongoError, notImplemented } from '../errors/mongo-error.js';
import { checkNoEmptyPart, parsePath } from './field-path.js';

/** Keeps some fields of a document. */
export type Projection = (document: BsonObject) => BsonObject;

type Branch = Map<string, Branch | true>;

/** A projection that includes or excludes fields; undefined keeps everything. Anything computed is refused. */
export function makeProjection(spec: unknown): Projection | undefined {
  const entries = entriesOf(spec ?? {});
  if (entries.length === 0) return undefined;
  const others = entries.filter(({ name }) => name !== '_id');
  const including = (others[0] ?? entries[0])?.kept ?? false;
  checkNotMixed(others, including);
  const tree = treeOf(others.map(({ name }) => name));
  const idKept = entries.find(({ name }) => name === '_id')?.kept ?? true;
  if (idKept === including) tree.set('_id', true);
  return including ? (document) => include(document, tree) : (document) => exclude(document, tree);
}

type Entry = { readonly name: string; readonly kept: boolean };

// Only the id may be left out beside included fields.
function checkNotMixed(entries: readonly Entry[], including: boolean): void {
  const mixed = entries.find(({ kept }) => kept !== including);
  if (mixed === undefined) return;
  const [code, doing, kind] = including
    ? [31254, 'exclusion', 'inclusion']
    : [31253, 'inclusion', 'exclusion'];
  throw new MongoError(code, `Cannot do ${doing} on field ${mixed.name} in ${kind} projection`);
}

function entriesOf(spec: unknown): readonly Entry[] {
  if (!isBsonObject(spec))
    throw new MongoError(14, 'Expected field projection to be of type object');
  return Object.entries(spec).map(([name, value]) => ({ name, kept: isKept(name, value) }));
}

function isKept(name: string, value: unknown): boolean {
  if (name.includes('$')) throw notImplemented(`the projection '${name}'`);
  if (typeof value === 'number') return value !== 0;
  if (typeof value === 'boolean') return value;
  throw notImplemented(`a computed projection of '${name}'`);
}

function treeOf(names: readonly string[]): Branch {
  const root: Branch = new Map();
  for (const name of names) {
    const path = parsePath(name);
    checkNoEmptyPart(path);
    let branch = root;
    for (const [index, part] of path.parts.entries()) {
      const next = branch.get(part.name);
      const isLast = index === path.parts.length - 1;
      if (next === true || (next !== undefined && isLast)) {
        throw new MongoError(31250, `Path collision at ${name}`);
      }
      const child: Branch | true = isLast ? true : (next ?? new Map());
      branch.set(part.name, child);
      if (child !== true) branch = child;
    }
  }
  return root;
}

function include(document: BsonObject, tree: Branch): BsonObject {
  const kept: Record<string, unknown> = {};
  for (const name of Object.keys(document)) {
    const branch = tree.get(name);
    if (branch === undefined) continue;
    const value = fieldOf(document, name);
    const part = branch === true ? value : includeIn(value, branch);
    if (part !== undefined) defineField(kept, name, part);
  }
  return kept;
}

// Below an included path only documents are kept; a scalar there is left out.
function includeIn(value: unknown, branch: Branch): unknown {
  if (Array.isArray(value)) {
    return (value as unknown[])
      .map((element) => includeIn(element, branch))
      .filter((element) => element !== undefined);
  }
  return isBsonObject(value) ? include(value, branch) : undefined;
}

function exclude(document: BsonObject, tree: Branch): BsonObject {
  const kept: Record<string, unknown> = {};
  for (const name of Object.keys(document)) {
    const branch = tree.get(name);
    if (branch === true) continue;
    const value = fieldOf(document, name);
    defineField(kept, name, branch === undefined ? value : excludeIn(value, branch));
  }
  return kept;
}

function excludeIn(value: unknown, branch: Branch): unknown {
  if (Array.isArray(value))
    return (value as unknown[]).map((element) => excludeIn(element, branch));
  return isBsonObject(value) ? exclude(value, branch) : value;
}

function defineField(target: Record<string, unknown>, name: string, value: unknown): void {
  if (name === '__proto__') {
    Object.defineProperty(target, name, {
      value,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  } else {
    target[name] = value;
  }
}

import { encodeBson } from '../bson/bson-codec.js';
import { isBsonObject, type BsonObject } from '../bson/bson-object.js';
import { describeIndex, type Collection, type Index, type IndexSpec } from '../engine/catalog.js';
import { fillIndex } from '../engine/collection-writer.js';
import { dropIndex } from '../engine/drop-collection.js';
import type { Engine } from '../engine/engine.js';
import { MongoError, notImplemented } from '../errors/mongo-error.js';
import { checkNoEmptyPart, parsePath } from '../query/field-path.js';
import type { Reply } from '../wire/encode-reply.js';
import { checkFields } from './check-fields.js';
import { wantedCursor } from './collections.js';
import type { Command, Context, FieldRule, Request } from './command.js';
import { firstBatch, listReader } from './cursor-reply.js';
import { optionsOf } from './command-options.js';
import { collectionName, ensureCollection, findCollection } from './named-collection.js';

const SPEC_FIELDS: Readonly<Record<string, FieldRule>> = {
  key: 'used',
  name: 'used',
  unique: 'used',
  sparse: 'used',
  v: 'ignored',
  ns: 'ignored',
  background: 'ignored',
  partialFilterExpression: 'refused',
  expireAfterSeconds: 'refused',
  collation: 'refused',
  hidden: 'refused',
  weights: 'refused',
  default_language: 'refused',
  language_override: 'refused',
  textIndexVersion: 'refused',
  '2dsphereIndexVersion': 'refused',
  bits: 'refused',
  min: 'refused',
  max: 'refused',
  storageEngine: 'refused',
  wildcardProjection: 'refused',
  clustered: 'refused',
};

function readSpec(spec: unknown): IndexSpec {
  if (!isBsonObject(spec))
    throw new MongoError(14, "The elements of the 'indexes' array must be objects");
  checkFields(spec, { owner: 'createIndexes.indexes', rules: SPEC_FIELDS });
  const options = optionsOf(spec, 'createIndexes.indexes');
  const entries = Object.entries(options.document('key')).map(([path, direction]) =>
    keyField(path, direction),
  );
  if (entries.length === 0) throw new MongoError(67, 'Index keys cannot be an empty object.');
  return {
    name: options.text('name'),
    key: Object.fromEntries(entries),
    unique: options.flag('unique', false),
    sparse: options.flag('sparse', false),
  };
}

function keyField(path: string, direction: unknown): readonly [string, 1 | -1] {
  if (typeof direction === 'string' || path.includes('$**')) {
    throw notImplemented(`the index {${path}: ${String(direction)}}`);
  }
  if (direction !== 1 && direction !== -1) {
    throw new MongoError(
      67,
      `Values in v:2 index key pattern must be 1 or -1. Found ${String(direction)} in '${path}'`,
    );
  }
  if (path === '' || path.startsWith('$'))
    throw new MongoError(67, `Index keys cannot be named '${path}'`);
  checkNoEmptyPart(parsePath(path));
  return [path, direction];
}

async function createIndexes(request: Request, context: Context): Promise<Reply> {
  const { engine } = context;
  collectionName(request);
  const specs = Array.isArray(request.body.indexes) ? request.body.indexes.map(readSpec) : [];
  if (specs.length === 0) throw new MongoError(2, 'Must specify at least one index to create');
  return engine.writes.submit(() => {
    const createdCollectionAutomatically = findCollection(request, context) === undefined;
    try {
      return engine.store.write(() => {
        const collection = ensureCollection(request, context);
        const numIndexesBefore = collection.indexes.length + 1;
        const created = specs.filter((spec) => createIndex(engine, collection, spec));
        const note = created.length === 0 ? { note: 'all indexes already exist' } : {};
        const numIndexesAfter = collection.indexes.length + 1;
        return { numIndexesBefore, numIndexesAfter, createdCollectionAutomatically, ...note };
      });
    } catch (error) {
      // The inner transaction is undone; the catalogue has to follow.
      engine.catalog.reload();
      throw error;
    }
  });
}

function createIndex(engine: Engine, collection: Collection, spec: IndexSpec): boolean {
  if (isIdKey(spec.key)) return false;
  const described = JSON.stringify(describeIndex(spec));
  const sameName = collection.indexes.find(({ name }) => name === spec.name);
  if (sameName !== undefined) {
    if (JSON.stringify(describeIndex(sameName)) === described) return false;
    throw new MongoError(
      86,
      `An existing index has the same name as the requested index. Requested index: ${described}, existing index: ${JSON.stringify(describeIndex(sameName))}`,
    );
  }
  const sameKey = collection.indexes.find(
    ({ key }) => JSON.stringify(key) === JSON.stringify(spec.key),
  );
  if (sameKey !== undefined || spec.name === '_id_') {
    throw new MongoError(
      85,
      `Index already exists with a different name: ${sameKey?.name ?? '_id_'}`,
    );
  }
  fillIndex(engine, collection, engine.catalog.addIndex(collection, spec));
  return true;
}

function isIdKey(key: IndexSpec['key']): boolean {
  return JSON.stringify(key) === '{"_id":1}';
}

function existing(request: Request, context: Context): Collection {
  const collection = findCollection(request, context);
  if (collection === undefined) {
    throw new MongoError(26, `ns does not exist: ${request.db}.${collectionName(request)}`);
  }
  return collection;
}

function listIndexes(request: Request, context: Context): Reply {
  const collection = existing(request, context);
  const idIndex: BsonObject = { v: 2, key: { _id: 1 }, name: '_id_' };
  const documents = [idIndex, ...collection.indexes.map(describeIndex)].map(encodeBson);
  return firstBatch(context.engine, wantedCursor(request, collection.name), listReader(documents));
}

async function dropIndexes(request: Request, context: Context): Promise<Reply> {
  return context.engine.writes.submit(() => {
    const collection = existing(request, context);
    const nIndexesWas = collection.indexes.length + 1;
    for (const index of namedIndexes(collection, request.body.index))
      dropIndex(context.engine, collection, index);
    return { nIndexesWas };
  });
}

function namedIndexes(collection: Collection, wanted: unknown): readonly Index[] {
  if (wanted === '*') return collection.indexes;
  if (Array.isArray(wanted))
    return wanted.flatMap((name: unknown) => namedIndexes(collection, name));
  if (wanted === '_id_' || (isBsonObject(wanted) && isIdKey(wanted as IndexSpec['key']))) {
    throw new MongoError(72, 'cannot drop _id index');
  }
  const found = collection.indexes.filter(({ name, key }) =>
    typeof wanted === 'string' ? name === wanted : JSON.stringify(key) === JSON.stringify(wanted),
  );
  if (found.length === 0) throw new MongoError(27, `index not found with name [${String(wanted)}]`);
  return found;
}

/** Making, dropping and listing indexes. */
export const INDEX_COMMANDS: Readonly<Record<string, Command>> = {
  createIndexes: { fields: { indexes: 'used', commitQuorum: 'ignored' }, run: createIndexes },
  listIndexes: { fields: { cursor: 'used' }, run: listIndexes },
  dropIndexes: { fields: { index: 'used' }, run: dropIndexes },
};

import { Binary } from 'bson';
import { encodeBson } from '../bson/bson-codec.js';
import { isBsonObject, type BsonObject } from '../bson/bson-object.js';
import type { Collection } from '../engine/catalog.js';
import type { Engine } from '../engine/engine.js';
import { dropCollection } from '../engine/drop-collection.js';
import { MongoError } from '../errors/mongo-error.js';
import { makeMatcher } from '../query/make-matcher.js';
import { parseFilter } from '../query/parse-filter.js';
import type { Reply } from '../wire/encode-reply.js';
import type { Command, Context, FieldRule, Request } from './command.js';
import { firstBatch, listReader } from './cursor-reply.js';
import { optionsOf } from './command-options.js';
import { collectionName, findCollection } from './named-collection.js';

const DEFAULT_BATCH = 101;

async function create(request: Request, context: Context): Promise<Reply> {
  const name = collectionName(request);
  const { engine } = context;
  return engine.writes.submit(() => {
    if (engine.catalog.find(request.db, name) !== undefined) {
      throw new MongoError(48, `Collection ${request.db}.${name} already exists.`);
    }
    engine.catalog.create(request.db, name);
    return {};
  });
}

async function drop(request: Request, context: Context): Promise<Reply> {
  const { engine } = context;
  const name = collectionName(request);
  const dropped = await engine.writes.submit(() => {
    const collection = findCollection(request, context);
    if (collection === undefined) return undefined;
    dropCollection(engine, collection);
    return collection.indexes.length + 1;
  });
  const ns = `${request.db}.${name}`;
  return dropped === undefined ? {} : { nIndexesWas: dropped, ns };
}

async function dropDatabase({ db }: Request, { engine }: Context): Promise<Reply> {
  const count = await engine.writes.submit(() => {
    const collections = collectionsOf(engine, db);
    for (const collection of collections) dropCollection(engine, collection);
    return collections.length;
  });
  return count === 0 ? {} : { dropped: db };
}

function collectionsOf(engine: Engine, db: string): readonly Collection[] {
  return engine.catalog.list().filter((collection) => collection.db === db);
}

function listCollections(request: Request, { engine }: Context): Reply {
  const { body, db } = request;
  const options = optionsOf(body, 'listCollections');
  const nameOnly = options.flag('nameOnly', false);
  const matches = makeMatcher(parseFilter(options.document('filter')));
  const documents = collectionsOf(engine, db)
    .map(describeCollection)
    .filter(matches)
    .map((described) =>
      encodeBson(nameOnly ? { name: described.name, type: described.type } : described),
    );
  return firstBatch(engine, wantedCursor(request, '$cmd.listCollections'), listReader(documents));
}

/** The cursor of a list, sized as its `cursor` field says. */
export function wantedCursor(
  { body, db }: Request,
  collection: string,
): { namespace: string; batchSize: number; isSingle: boolean } {
  const cursor = isBsonObject(body.cursor) ? body.cursor : {};
  const batchSize = optionsOf(cursor, 'cursor').count('batchSize', DEFAULT_BATCH);
  return { namespace: `${db}.${collection}`, batchSize, isSingle: false };
}

function describeCollection({ name, uuid }: Collection): BsonObject {
  return {
    name,
    type: 'collection',
    options: {},
    info: {
      readOnly: false,
      uuid: new Binary(Buffer.from(uuid.replaceAll('-', ''), 'hex'), Binary.SUBTYPE_UUID),
    },
    idIndex: { v: 2, key: { _id: 1 }, name: '_id_' },
  };
}

function listDatabases({ body }: Request, { engine }: Context): Reply {
  const options = optionsOf(body, 'listDatabases');
  const nameOnly = options.flag('nameOnly', false);
  const matches = makeMatcher(parseFilter(options.document('filter')));
  const names = [...new Set(engine.catalog.list().map(({ db }) => db))].sort();
  const databases = names
    .map((name): BsonObject => ({ name, sizeOnDisk: 0, empty: false }))
    .filter(matches)
    .map((described) => (nameOnly ? { name: described.name } : described));
  return nameOnly
    ? { databases }
    : { databases, totalSize: engine.store.usedBytes(), totalSizeMb: 0 };
}

const CREATE_FIELDS: Readonly<Record<string, FieldRule>> = {
  autoIndexId: 'ignored',
  capped: 'refused',
  size: 'refused',
  max: 'refused',
  storageEngine: 'refused',
  validator: 'refused',
  validationLevel: 'refused',
  validationAction: 'refused',
  indexOptionDefaults: 'refused',
  viewOn: 'refused',
  pipeline: 'refused',
  collation: 'refused',
  timeseries: 'refused',
  expireAfterSeconds: 'refused',
  clusteredIndex: 'refused',
  changeStreamPreAndPostImages: 'refused',
  encryptedFields: 'refused',
};

/** Making, dropping and listing collections and databases. */
export const COLLECTION_COMMANDS: Readonly<Record<string, Command>> = {
  create: { fields: CREATE_FIELDS, run: create },
  drop: { fields: {}, run: drop },
  dropDatabase: { fields: {}, run: dropDatabase },
  listCollections: {
    fields: { filter: 'used', nameOnly: 'used', cursor: 'used', authorizedCollections: 'ignored' },
    run: listCollections,
  },
  listDatabases: {
    fields: { filter: 'used', nameOnly: 'used', authorizedDatabases: 'ignored' },
    run: listDatabases,
  },
};

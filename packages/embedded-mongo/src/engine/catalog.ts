import { randomUUID } from 'node:crypto';
import type { BsonObject } from '../bson/bson-object.js';
import type { KeyField } from '../query/composite-values.js';
import { parsePath } from '../query/field-path.js';
import type { LmdbStore, Table } from './lmdb-store.js';

/** An index as it was asked for. */
export type IndexSpec = {
  readonly name: string;
  readonly key: Readonly<Record<string, 1 | -1>>;
  readonly unique: boolean;
  readonly sparse: boolean;
};

/** An index: its number begins its keys; the flags say what its entries have been so far. */
export type Index = IndexSpec & {
  readonly number: number;
  readonly fields: readonly KeyField[];
  /** Fields where a document gave more than one key, by position. */
  readonly multikey: boolean[];
  /** Some key was too long and is hashed: its order is lost. */
  hasHashedKeys: boolean;
};

/** A collection: its number begins its documents' keys. */
export type Collection = {
  readonly db: string;
  readonly name: string;
  readonly namespace: string;
  readonly number: number;
  readonly uuid: string;
  /** Some id was too long and is hashed: the order of ids is lost. */
  hasHashedIds: boolean;
  /** Replaced as a whole when an index comes or goes. */
  indexes: readonly Index[];
};

type StoredIndex = IndexSpec & {
  readonly number: number;
  readonly multikey: boolean[];
  readonly hasHashedKeys: boolean;
};
type StoredCollection = Omit<Collection, 'indexes' | 'namespace'> & {
  readonly indexes: StoredIndex[];
};

const COLLECTION = 'collection:';
const NEXT_NUMBER = Buffer.from('next number');

/** What collections and indexes there are. Changed only within a write; `reload` undoes what an aborted write did. */
export type Catalog = {
  readonly find: (db: string, name: string) => Collection | undefined;
  readonly list: () => readonly Collection[];
  readonly create: (db: string, name: string) => Collection;
  readonly remove: (collection: Collection) => void;
  readonly addIndex: (collection: Collection, spec: IndexSpec) => Index;
  readonly save: (collection: Collection) => void;
  readonly reload: () => void;
};

/** Reads the catalogue of a folder. */
export function openCatalog({ meta }: LmdbStore): Catalog {
  const collections = new Map<string, Collection>();
  const save = (collection: Collection): void => {
    meta.putSync(keyOf(collection), Buffer.from(JSON.stringify(toStored(collection))));
  };
  const reload = (): void => {
    collections.clear();
    for (const collection of storedCollections(meta))
      collections.set(collection.namespace, collection);
  };
  reload();
  return {
    find: (db, name) => collections.get(`${db}.${name}`),
    list: () => [...collections.values()],
    create: (db, name) => {
      const number = nextNumber(meta);
      const stored = { db, name, number, uuid: randomUUID(), hasHashedIds: false, indexes: [] };
      const collection = fromStored(stored);
      collections.set(collection.namespace, collection);
      save(collection);
      return collection;
    },
    remove: (collection) => {
      collections.delete(collection.namespace);
      meta.removeSync(keyOf(collection));
    },
    addIndex: (collection, spec) => {
      const multikey = Object.keys(spec.key).map(() => false);
      const stored = { ...spec, number: nextNumber(meta), multikey, hasHashedKeys: false };
      const index = fromStoredIndex(stored);
      collection.indexes = [...collection.indexes, index];
      save(collection);
      return index;
    },
    save,
    reload,
  };
}

function keyOf({ number }: Collection): Buffer {
  return Buffer.from(`${COLLECTION}${String(number)}`);
}

function nextNumber(meta: Table): number {
  const number = (meta.getBinary(NEXT_NUMBER)?.readUInt32BE(0) ?? 0) + 1;
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(number);
  meta.putSync(NEXT_NUMBER, bytes);
  return number;
}

function* storedCollections(meta: Table): Generator<Collection, void, undefined> {
  const start = Buffer.from(COLLECTION);
  const end = Buffer.from(`${COLLECTION}\uffff`);
  for (const { value } of meta.getRange({ start, end })) {
    yield fromStored(JSON.parse(value.toString()) as StoredCollection);
  }
}

function toStored({ db, name, number, uuid, hasHashedIds, indexes }: Collection): StoredCollection {
  return { db, name, number, uuid, hasHashedIds, indexes: indexes.map(toStoredIndex) };
}

function toStoredIndex(index: Index): StoredIndex {
  const { name, key, unique, sparse, number, multikey, hasHashedKeys } = index;
  return { name, key, unique, sparse, number, multikey, hasHashedKeys };
}

function fromStored(stored: StoredCollection): Collection {
  return {
    ...stored,
    namespace: `${stored.db}.${stored.name}`,
    indexes: stored.indexes.map(fromStoredIndex),
  };
}

function fromStoredIndex(stored: StoredIndex): Index {
  const fields = Object.entries(stored.key).map(([path, direction]) => ({
    path: parsePath(path),
    descending: direction === -1,
  }));
  return { ...stored, fields };
}

/** An index as listIndexes and error messages show it. */
export function describeIndex({ name, key, unique, sparse }: IndexSpec): BsonObject {
  return { v: 2, key, name, ...(unique ? { unique } : {}), ...(sparse ? { sparse } : {}) };
}

import type { BsonObject } from '../bson/bson-object.js';
import { MAX_DOCUMENT_BYTES } from '../bson/bson-codec.js';
import { MongoError } from '../errors/mongo-error.js';
import type { Collection, Index } from './catalog.js';
import type { StoredDocument } from './document-cache.js';
import { duplicateKeyError } from './duplicate-key-error.js';
import type { Engine } from './engine.js';
import { entriesOf, noteMultikey, type Entry } from './index-entries.js';
import { documentKey } from './stored-keys.js';

/** A document to be written, with its encoding. */
export type NewDocument = { readonly document: BsonObject; readonly bytes: Buffer };

type IndexChange = {
  readonly index: Index;
  readonly removed: readonly Entry[];
  readonly added: readonly Entry[];
};

/** Inserts a document and its index entries, or throws and changes nothing. */
export function insertDocument(
  engine: Engine,
  collection: Collection,
  { document, bytes }: NewDocument,
): void {
  checkSize(bytes);
  const key = documentKey(collection.number, document._id);
  if (!engine.store.insertNew(key, bytes)) {
    throw duplicateKeyError(collection, { name: '_id_', key: { _id: 1 }, row: [document._id] });
  }
  try {
    const changes = collection.indexes.map((index) =>
      changeOf(engine, collection, { index, key, after: document }),
    );
    applyChanges(engine, changes, key);
  } catch (error) {
    engine.store.documents.removeSync(key);
    throw error;
  }
  if (key.length > HASHED_ID_BYTES && !collection.hasHashedIds) {
    collection.hasHashedIds = true;
    engine.catalog.save(collection);
  }
  engine.cache.change(key.toString('latin1'), { key, bytes, document });
}

/** A document's key is longer than this only when its id was hashed. */
const HASHED_ID_BYTES = 772;

/** Puts a new version in a document's place, or throws and changes nothing. Index entries that stay are not touched. */
export function replaceDocument(
  engine: Engine,
  collection: Collection,
  { stored, next }: { readonly stored: StoredDocument; readonly next: NewDocument },
): void {
  checkSize(next.bytes);
  const { key, document: before } = stored;
  const changes = collection.indexes
    .filter((index) =>
      index.fields.some(({ path }) => before[path.root] !== next.document[path.root]),
    )
    .map((index) => changeOf(engine, collection, { index, key, before, after: next.document }));
  applyChanges(engine, changes, key);
  engine.store.documents.putSync(key, next.bytes);
  engine.cache.change(key.toString('latin1'), { key, bytes: next.bytes, document: next.document });
}

/** Removes a document and its index entries. */
export function removeDocument(
  engine: Engine,
  collection: Collection,
  { key, document }: StoredDocument,
): void {
  for (const index of collection.indexes) {
    for (const entry of entriesOf(index, document, key).entries)
      engine.store.entries.removeSync(entry.key);
  }
  engine.store.documents.removeSync(key);
  engine.cache.change(key.toString('latin1'), null);
}

function checkSize(bytes: Buffer): void {
  if (bytes.length > MAX_DOCUMENT_BYTES) {
    throw new MongoError(
      10334,
      `BSONObj size: ${String(bytes.length)} is invalid. Size must be between 0 and ${String(MAX_DOCUMENT_BYTES)}`,
    );
  }
}

type Before = {
  readonly index: Index;
  readonly key: Buffer;
  readonly before?: BsonObject;
  readonly after: BsonObject;
};

function changeOf(
  engine: Engine,
  collection: Collection,
  { index, key, before, after }: Before,
): IndexChange {
  const now = entriesOf(index, after, key);
  const old = before === undefined ? [] : entriesOf(index, before, key).entries;
  const added = now.entries.filter((entry) => !old.some((other) => other.key.equals(entry.key)));
  const removed = old.filter((entry) => !now.entries.some((other) => other.key.equals(entry.key)));
  if (index.unique) checkUnique(engine, collection, { index, added });
  const hasNewFlag = now.isMultikey && noteMultikey(index, after);
  if (hasNewFlag || (now.hasHashedKey && !index.hasHashedKeys)) {
    index.hasHashedKeys ||= now.hasHashedKey;
    engine.catalog.save(collection);
  }
  return { index, removed, added };
}

type Added = { readonly index: Index; readonly added: readonly Entry[] };

function checkUnique(engine: Engine, collection: Collection, { index, added }: Added): void {
  for (const entry of added) {
    if (engine.store.entries.doesExist(entry.key)) {
      throw duplicateKeyError(collection, { name: index.name, key: index.key, row: entry.row });
    }
  }
}

function applyChanges(engine: Engine, changes: readonly IndexChange[], key: Buffer): void {
  const { entries } = engine.store;
  for (const { removed, added } of changes) {
    for (const entry of removed) entries.removeSync(entry.key);
    for (const entry of added) entries.putSync(entry.key, key);
  }
}

/** Fills a new index from the documents that are there already. */
export function fillIndex(engine: Engine, collection: Collection, index: Index): void {
  for (const stored of engine.documentsOf(collection)) {
    const change = changeOf(engine, collection, { index, key: stored.key, after: stored.document });
    applyChanges(engine, [change], stored.key);
  }
}

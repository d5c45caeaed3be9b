import { decodeBson } from '../bson/bson-codec.js';
import { makeDocumentCache, type DocumentCache, type StoredDocument } from './document-cache.js';
import { openCatalog, type Catalog, type Collection } from './catalog.js';
import { makeCursorRegistry, type CursorRegistry } from './cursor-registry.js';
import type { LmdbStore } from './lmdb-store.js';
import type { Found } from './scan.js';
import { prefixKey } from './stored-keys.js';
import { makeWriteQueue, type WriteQueue } from './write-queue.js';

/** Everything the commands work on. One thread runs it, so what a command does nothing comes between. */
export type Engine = {
  readonly store: LmdbStore;
  readonly catalog: Catalog;
  readonly cache: DocumentCache;
  readonly writes: WriteQueue;
  readonly cursors: CursorRegistry;
  /** A document by its key, from the cache when it is there. */
  readonly load: (found: Found) => StoredDocument | undefined;
  readonly documentsOf: (collection: Collection) => Iterable<StoredDocument>;
};

/** Encoded bytes; decoded documents take several times as much memory. */
const CACHE_BYTES = 32 * 1024 * 1024;

/** Makes the engine over an open folder; `mostBytes` limits what the folder may hold. */
export function makeEngine(store: LmdbStore, mostBytes: number | undefined): Engine {
  const catalog = openCatalog(store);
  const cache = makeDocumentCache(CACHE_BYTES);
  const load = ({ key, bytes }: Found): StoredDocument | undefined => {
    const name = key.toString('latin1');
    const cached = cache.get(name);
    if (cached !== undefined) return cached ?? undefined;
    const stored = bytes ?? store.documents.getBinary(key);
    if (stored === undefined) return undefined;
    const found = { key, bytes: stored, document: decodeBson(stored) };
    // A pass over all documents must not push out those that are asked for one by one.
    if (bytes === undefined) cache.keep(name, found);
    return found;
  };
  return {
    store,
    catalog,
    cache,
    writes: makeWriteQueue({ store, catalog, cache, mostBytes }),
    cursors: makeCursorRegistry(),
    load,
    documentsOf: function* (collection) {
      const start = prefixKey(collection.number);
      const end = prefixKey(collection.number + 1);
      for (const { key, value } of store.documents.getRange({ start, end })) {
        const stored = load({ key, bytes: value });
        if (stored !== undefined) yield stored;
      }
    },
  };
}

import type { Collection, Index } from './catalog.js';
import type { Engine } from './engine.js';
import type { LmdbStore, Table } from './lmdb-store.js';
import { prefixKey } from './stored-keys.js';

const DROPPED = 'dropped:';
const KEYS_AT_ONCE = 2_000;

/** Forgets a collection at once; what it held is removed bit by bit afterwards, also after a restart. */
export function dropCollection(engine: Engine, collection: Collection): void {
  engine.catalog.remove(collection);
  noteDropped(engine.store, 'documents', collection.number);
  for (const index of collection.indexes) noteDropped(engine.store, 'entries', index.number);
}

/** Forgets an index at once, its entries afterwards. */
export function dropIndex(engine: Engine, collection: Collection, index: Index): void {
  collection.indexes = collection.indexes.filter((one) => one !== index);
  engine.catalog.save(collection);
  noteDropped(engine.store, 'entries', index.number);
}

function noteDropped(store: LmdbStore, table: 'documents' | 'entries', number: number): void {
  store.meta.putSync(Buffer.from(`${DROPPED}${table}:${String(number)}`), Buffer.alloc(0));
}

/** Removes some of what was dropped; false when nothing is left. Numbers are never used again. */
export function removeDropped({ store }: Engine): boolean {
  const end = Buffer.from(`${DROPPED}\uffff`);
  const [note] = [...store.meta.getKeys({ start: Buffer.from(DROPPED), end, limit: 1 })];
  if (note === undefined) return false;
  const [, table, number] = note.toString().split(':');
  const isEmpty = removeSome(
    table === 'documents' ? store.documents : store.entries,
    Number(number),
  );
  if (isEmpty) store.meta.removeSync(note);
  return true;
}

function removeSome(table: Table, number: number): boolean {
  const range = { start: prefixKey(number), end: prefixKey(number + 1), limit: KEYS_AT_ONCE };
  const keys = [...table.getKeys(range)];
  for (const key of keys) table.removeSync(key);
  return keys.length < KEYS_AT_ONCE;
}

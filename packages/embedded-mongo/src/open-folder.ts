import { closeSync, existsSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import path from 'node:path';
import { hasRoomToBegin } from './engine/room.js';
import { openLmdbStore, type LmdbStore } from './engine/lmdb-store.js';
import type { OwnerCheck } from './ownership/check-owner.js';
import type { HeldClaim } from './ownership/take-folder.js';
import { diskFull, openingFailure } from './start-failure.js';

const DATA_FILE = 'data.mdb';

/** Opens the database of a folder that is ours, or says in one sentence why that is impossible. */
export function openFolder({ folder }: HeldClaim, owner: OwnerCheck): LmdbStore {
  try {
    const file = path.join(folder, DATA_FILE);
    if (!existsSync(file) && !hasRoomToBegin(folder)) throw diskFull(folder);
    checkFile(file);
    const store = openLmdbStore(folder, owner);
    // What a former owner had begun before it was stopped ends before anything is read: LMDB lets one write at a time.
    store.write(() => undefined);
    checkReadable(store);
    return store;
  } catch (error) {
    throw openingFailure(error, folder);
  }
}

function checkReadable(store: LmdbStore): void {
  for (const table of [store.meta, store.documents, store.entries]) {
    for (const reverse of [false, true]) {
      for (const { value } of table.getRange({ limit: 1, reverse })) value.at(0);
    }
  }
}

/** The start of LMDB's two meta pages (struct MDB_meta), counted from the start of each page. */
const MAGIC_AT = 24;
const MAGIC = 0xbeef_c0de;
const VERSION_AT = MAGIC_AT + 4;
const VERSION = 2;
const PAGE_SIZE_AT = MAGIC_AT + 24;
const LAST_PAGE_AT = MAGIC_AT + 120;
const META_BYTES = LAST_PAGE_AT + 8;
const PAGE_SIZES: ReadonlySet<number> = new Set([4_096, 8_192, 16_384, 32_768, 65_536]);

/**
 * Checks the file before LMDB maps it, because LMDB ends the process over a file that is no database
 * and over pages behind the file's end. A cut end is put back as zeros: LMDB takes them for damage
 * where it needs them, and where the last pages are unused the file may be short without any.
 *
 * An owner that stood still may be at the file at this very moment, before it knows that it is none any more. So zeros
 * are appended, which neither shortens a file that has grown since nor touches what it holds.
 */
function checkFile(file: string): void {
  if (!existsSync(file)) return;
  const descriptor = openSync(file, 'a+');
  try {
    const { size } = fstatSync(descriptor);
    if (size === 0) return;
    const pageSize = metaAt(descriptor, 0).readUInt32LE(PAGE_SIZE_AT);
    if (!PAGE_SIZES.has(pageSize)) throw new Error('a page has an impossible size');
    const metas = [metaAt(descriptor, 0), metaAt(descriptor, pageSize)];
    const lastPages = metas.map((meta) => Number(meta.readBigUInt64LE(LAST_PAGE_AT)));
    const wanted = (Math.max(...lastPages) + 1) * pageSize;
    appendZeros(descriptor, wanted - size);
  } finally {
    closeSync(descriptor);
  }
}

function appendZeros(descriptor: number, bytes: number): void {
  const zeros = Buffer.alloc(1024 * 1024);
  for (let left = bytes; left > 0;)
    left -= writeSync(descriptor, zeros, 0, Math.min(left, zeros.length));
}

function metaAt(descriptor: number, position: number): Buffer {
  const meta = Buffer.alloc(META_BYTES);
  const read = readSync(descriptor, meta, 0, META_BYTES, position);
  const isMeta = meta.readUInt32LE(MAGIC_AT) === MAGIC && meta.readUInt16LE(VERSION_AT) === VERSION;
  if (read < META_BYTES || !isMeta) throw new Error('this is no LMDB file');
  return meta;
}

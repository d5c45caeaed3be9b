import {
  closeSync,
  constants,
  existsSync,
  accessSync,
  ftruncateSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
} from 'node:fs';
import path from 'node:path';
import { EmbeddedMongoError } from './embedded-mongo-error.js';
import { isOutOfSpace, openLmdbStore, type LmdbStore } from './engine/lmdb-store.js';

const DATA_FILE = 'data.mdb';

const NOT_WRITABLE: ReadonlySet<unknown> = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOTDIR',
  'EEXIST',
  'EISDIR',
  'ENOENT',
  'ENAMETOOLONG',
  'ELOOP',
  1,
  2,
  13,
  20,
  21,
  30,
]);

/** Opens the folder's database, or says in one sentence why that is impossible. */
export function openFolder(folder: string): LmdbStore {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    completeFile(path.join(folder, DATA_FILE));
    const store = openLmdbStore(folder);
    checkReadable(store);
    return store;
  } catch (error) {
    throw reasonFor(error, folder);
  }
}

function checkReadable(store: LmdbStore): void {
  for (const table of [store.meta, store.documents, store.entries]) {
    for (const reverse of [false, true]) {
      for (const { value } of table.getRange({ limit: 1, reverse })) value.at(0);
    }
  }
}

function reasonFor(error: unknown, folder: string): EmbeddedMongoError {
  if (error instanceof EmbeddedMongoError) return error;
  if (isOutOfSpace(error)) {
    return new EmbeddedMongoError(
      'disk_full',
      `There is no space left for the database folder ${folder}.`,
    );
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (NOT_WRITABLE.has(code)) {
    return new EmbeddedMongoError(
      'folder_not_writable',
      `The database folder ${folder} cannot be written to.`,
    );
  }
  return new EmbeddedMongoError(
    'folder_damaged',
    `The database folder ${folder} is damaged or holds something else.`,
  );
}

const HEAD_BYTES = 8_192 + 256;
const MAGIC = Buffer.from([0xde, 0xc0, 0xef, 0xbe]);

/** Where LMDB's meta page (struct MDB_meta) has these, counted from its magic number. */
const PAGE_SIZE_AT = 24;
const LAST_PAGE_AT = 120;

// LMDB maps the file as long as its meta page says: reading behind the end of a cut file would kill
// the process, so the end is put back as zeros, which LMDB takes for the damage they are.
function completeFile(file: string): void {
  if (!existsSync(file)) return;
  const descriptor = openSync(file, 'r+');
  try {
    const size = fstatSync(descriptor).size;
    const head = Buffer.alloc(HEAD_BYTES);
    const read = readSync(descriptor, head, 0, HEAD_BYTES, 0);
    const wanted = lengthIn(head.subarray(0, read));
    if (wanted > size) ftruncateSync(descriptor, wanted);
  } finally {
    closeSync(descriptor);
  }
}

function lengthIn(head: Buffer): number {
  let wanted = 0;
  for (let at = head.indexOf(MAGIC); at >= 0; at = head.indexOf(MAGIC, at + 1)) {
    if (at + LAST_PAGE_AT + 8 > head.length) break;
    const pages = Number(head.readBigUInt64LE(at + LAST_PAGE_AT)) + 1;
    const pageSize = head.readUInt32LE(at + PAGE_SIZE_AT);
    if (pageSize <= 65_536 && pages < 2 ** 40) wanted = Math.max(wanted, pages * pageSize);
  }
  return wanted;
}

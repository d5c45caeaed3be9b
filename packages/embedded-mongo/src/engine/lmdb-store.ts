import { open, type Database, type RootDatabase, type RootDatabaseOptions } from 'lmdb';
import type { OwnerCheck } from '../ownership/check-owner.js';
import { isOutOfSpace } from './out-of-space.js';
import { makeRoom, type Room } from './room.js';

/** Bytes by bytes. */
export type Table = Database<Buffer, Buffer>;

/** The LMDB environment of one folder. */
export type LmdbStore = {
  /** What is known about collections and indexes. */
  readonly meta: Table;
  readonly documents: Table;
  readonly entries: Table;
  /** Stores a document under a key that is not taken; false when it is. */
  readonly insertNew: (key: Buffer, bytes: Buffer) => boolean;
  /**
   * Runs writes as one transaction. Throws 14031 before anything is written where the disk may not take it. When this returns, LMDB has flushed them to disk and the folder was still ours;
   * when it throws, none of them happened. OwnershipLostError alone leaves that open, and must end the thread.
   */
  readonly write: <T>(run: () => T) => T;
  /** Pages in use, also within a transaction that is still open. */
  readonly usedBytes: () => number;
  /** Commits a change of a few bytes. */
  readonly commitLittle: () => void;
  /** Says of an error thrown by `write` whether it means that there is no room. */
  readonly isOutOfSpace: (error: unknown) => boolean;
  readonly close: () => Promise<void>;
};

type PageCounts = {
  readonly pageSize: number;
  readonly treeBranchPageCount: number;
  readonly treeLeafPageCount: number;
  readonly overflowPages: number;
};

/** LMDB grows its map by itself; a large one from the start costs only address space. */
const ADDRESS_SPACE_BYTES = 64 * 1024 ** 3;

const LITTLE = Buffer.from('little');

const BINARY = { encoding: 'binary', keyEncoding: 'binary' } as const;

/**
 * Opens the folder. Plain synchronous commits (`overlappingSync: false`): data pages are flushed
 * before the page that makes them visible, so a crash at any moment leaves the last commit.
 */
export function openLmdbStore(path: string, owner: OwnerCheck): LmdbStore {
  const options: RootDatabaseOptions & { permissionsMode: number } = {
    ...BINARY,
    maxDbs: 4,
    mapSize: ADDRESS_SPACE_BYTES,
    noSubdir: false,
    overlappingSync: false,
    permissionsMode: 0o600,
  };
  const root: RootDatabase<Buffer, Buffer> = open<Buffer, Buffer>(path, options);
  const tables = ['meta', 'documents', 'entries'].map((name) =>
    root.openDB<Buffer, Buffer>({ name, ...BINARY }),
  );
  const [meta, documents, entries] = tables;
  if (meta === undefined || documents === undefined || entries === undefined) {
    throw new Error('LMDB opened no tables');
  }
  const usedBytes = (): number => tables.reduce((sum, table) => sum + tableBytes(table), 0);
  const room = makeRoom(path, usedBytes);
  for (const table of tables) countWrites(table, room);
  const write = makeWrite(root, { room, owner });
  return {
    meta,
    documents,
    entries,
    // The types say nothing of it, but within a transaction the answer is there at once.
    insertNew: (key, bytes) =>
      (documents as unknown as InsertingTable).putSync(key, bytes, { noOverwrite: true }),
    write,
    usedBytes,
    commitLittle: () => {
      write(() => {
        meta.putSync(LITTLE, Buffer.from(String(performance.now())));
      });
    },
    isOutOfSpace: (error) => isOutOfSpace(error, path),
    close: () => root.close(),
  };
}

/**
 * Writes as one transaction. The owner is looked at while LMDB keeps every other process of this kernel from writing,
 * and again before anybody is told.
 */
function makeWrite(
  root: RootDatabase<Buffer, Buffer>,
  { room, owner }: { readonly room: Room; readonly owner: OwnerCheck },
): LmdbStore['write'] {
  let depth = 0;
  return (run) => {
    const result = root.transactionSync(() => {
      if (depth === 0) room.begin();
      depth += 1;
      try {
        const value = run();
        if (depth === 1) room.check();
        owner.beforeCommit();
        return value;
      } finally {
        depth -= 1;
      }
    });
    owner.afterCommit();
    return result;
  };
}

/** Tells the room of each write to a table. */
function countWrites(table: Table, room: Room): void {
  const counted = table as unknown as CountedTable;
  const { putSync, removeSync } = counted;
  counted.putSync = (key, bytes, options) => {
    room.count(key.length + bytes.length);
    return putSync.call(table, key, bytes, options);
  };
  counted.removeSync = (key) => {
    room.count(key.length);
    return removeSync.call(table, key);
  };
}

type CountedTable = {
  putSync: (key: Buffer, bytes: Buffer, options?: object) => boolean;
  removeSync: (key: Buffer) => boolean;
};

type InsertingTable = {
  putSync(key: Buffer, bytes: Buffer, options: { noOverwrite: true }): boolean;
};

function tableBytes(table: Table): number {
  const { db } = table as unknown as { db: { stat(): PageCounts } };
  const { pageSize, treeBranchPageCount, treeLeafPageCount, overflowPages } = db.stat();
  return pageSize * (treeBranchPageCount + treeLeafPageCount + overflowPages);
}

import { open, type Database, type RootDatabase, type RootDatabaseOptions } from 'lmdb';
import type { OwnerCheck } from '../ownership/check-owner.js';
import { isOutOfSpace } from './out-of-space.js';

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
   * Runs writes as one transaction. When this returns, LMDB has flushed them to disk and the folder was still ours;
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
  // Looked at while LMDB keeps every other process of this kernel from writing, and once more before anybody is told.
  const write = <T>(run: () => T): T => {
    const result = root.transactionSync(() => {
      const value = run();
      owner.beforeCommit();
      return value;
    });
    owner.afterCommit();
    return result;
  };
  return {
    meta,
    documents,
    entries,
    // The types say nothing of it, but within a transaction the answer is there at once.
    insertNew: (key, bytes) =>
      (documents as unknown as InsertingTable).putSync(key, bytes, { noOverwrite: true }),
    write,
    usedBytes: () => tables.reduce((sum, table) => sum + tableBytes(table), 0),
    commitLittle: () => {
      write(() => {
        meta.putSync(LITTLE, Buffer.from(String(performance.now())));
      });
    },
    isOutOfSpace: (error) => isOutOfSpace(error, path),
    close: () => root.close(),
  };
}

type InsertingTable = {
  putSync(key: Buffer, bytes: Buffer, options: { noOverwrite: true }): boolean;
};

function tableBytes(table: Table): number {
  const { db } = table as unknown as { db: { stat(): PageCounts } };
  const { pageSize, treeBranchPageCount, treeLeafPageCount, overflowPages } = db.stat();
  return pageSize * (treeBranchPageCount + treeLeafPageCount + overflowPages);
}

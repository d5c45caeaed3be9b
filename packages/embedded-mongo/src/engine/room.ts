import { statfsSync } from 'node:fs';
import { outOfDiskSpace } from '../errors/mongo-error.js';

/** Watches that what a transaction writes fits on the disk before LMDB sends it there. */
export type Room = {
  readonly begin: () => void;
  /** Counts one write within the transaction. Throws 14031 where the disk cannot take what was counted. */
  readonly count: (bytes: number) => void;
  /** The same for the whole transaction, before it is committed. */
  readonly check: () => void;
};

/** What others may write to the disk between a look and the end of a commit. */
const RESERVE_BYTES = 16 * 1024 * 1024;
/** A write changes at most a page on each level of its tree, and the page beside it. */
const BYTES_A_WRITE = 5 * 4096;
/** LMDB begins to write large transactions before their end: so they are looked at on the way. */
const WRITES_BETWEEN_LOOKS = 4_096;

/**
 * Makes the watch of one folder. A write that the disk refuses ends inside LMDB's binding with a line put together in a
 * buffer that is too short for it, which may end the process: so no commit begins that might not fit.
 */
export function makeRoom(folder: string, usedBytes: () => number): Room {
  let writes = 0;
  let bytes = 0;
  const check = (): void => {
    if (writes === 0) return;
    const free = freeBytes(folder) - RESERVE_BYTES;
    if (free >= writes * BYTES_A_WRITE + 2 * bytes) return;
    // However many writes there are, no more pages are written than there are.
    if (free < usedBytes() + bytes) throw outOfDiskSpace();
  };
  return {
    begin: () => {
      writes = 0;
      bytes = 0;
    },
    count: (more) => {
      writes += 1;
      bytes += more;
      if (writes % WRITES_BETWEEN_LOOKS === 0) check();
    },
    check,
  };
}

/** True when there is room to make a new database. */
export function hasRoomToBegin(folder: string): boolean {
  return freeBytes(folder) >= RESERVE_BYTES;
}

/** Without end where the file system does not tell its size. */
function freeBytes(folder: string): number {
  const { bavail, blocks, bsize } = statfsSync(folder);
  return blocks === 0 ? Infinity : bavail * bsize;
}

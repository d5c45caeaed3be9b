import { statfsSync } from 'node:fs';

const NO_SPACE_CODES: ReadonlySet<unknown> = new Set([-30792, 28, 122, 27, 'ENOSPC']);
const IO_ERROR = 5;
const LITTLE_BYTES = 16 * 1024 * 1024;

/**
 * True for LMDB's full map and for the system's full disk, quota or file size limit. LMDB calls a write
 * that was cut short an I/O error; on a disk with hardly any room left that is what it is, too.
 */
export function isOutOfSpace(error: unknown, folder: string): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return NO_SPACE_CODES.has(code) || (code === IO_ERROR && freeBytes(folder) < LITTLE_BYTES);
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Makes the folder with its parents, for this user alone; throws where it cannot be made or written to. */
export function prepareFolder(folder: string): void {
  makeFolder(folder);
  if (!statSync(folder).isDirectory())
    throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
  accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
}

// `mkdir` of node, told to make parents, never comes back below /proc.
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Somebody else starts as we do.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !existsSync(folder)) throw error;
  }
}

/** The mode of a folder that other users of this system may enter; undefined where none but its owner may. */
export function openToOthers(folder: string): string | undefined {
  if (process.platform === 'win32') return undefined;
  const mode = statSync(folder).mode & 0o777;
  return (mode & 0o077) === 0 ? undefined : mode.toString(8).padStart(4, '0');
}

import { EmbeddedMongoError } from './errors/embedded-mongo-error.js';
import { isOutOfSpace } from './engine/out-of-space.js';

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

/** LMDB's own words for a file that is none of its own, of another version, or broken; our own check has no code. */
const DAMAGED: ReadonlySet<unknown> = new Set([undefined, -30797, -30796, -30794, -30793, -30780]);

/** What a missing or unfit binary of LMDB throws when it is loaded. */
const NOT_LOADED: ReadonlySet<unknown> = new Set([
  'ERR_DLOPEN_FAILED',
  'ERR_MODULE_NOT_FOUND',
  'MODULE_NOT_FOUND',
]);

/** Why opening a folder failed, in one sentence. */
export function openingFailure(error: unknown, folder: string): EmbeddedMongoError {
  if (error instanceof EmbeddedMongoError) return error;
  const code = codeOf(error);
  if (NOT_WRITABLE.has(code)) {
    return new EmbeddedMongoError(
      'folder_not_writable',
      `The database folder ${folder} cannot be written to.`,
    );
  }
  if (isOutOfSpace(error, folder)) return diskFull(folder);
  if (DAMAGED.has(code)) {
    return new EmbeddedMongoError(
      'folder_damaged',
      `The database folder ${folder} is damaged or holds something else.`,
    );
  }
  return unexpectedFailure(error);
}

/** The disk takes nothing more. */
export function diskFull(folder: string): EmbeddedMongoError {
  return new EmbeddedMongoError(
    'disk_full',
    `There is no space left for the database folder ${folder}.`,
  );
}

/** Why the server could not be started, in one sentence, where nothing better is known than the error itself. */
export function unexpectedFailure(error: unknown): EmbeddedMongoError {
  const text = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
  if (NOT_LOADED.has(codeOf(error)) || text.startsWith('No native build')) {
    return new EmbeddedMongoError(
      'not_supported',
      'The embedded database cannot run on this system: there is no binary of LMDB for it.',
    );
  }
  return new EmbeddedMongoError('failed', `The embedded database could not be started: ${text}.`);
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

import type * as EmbeddedMongo from 'embedded-mongo';
import type { Log } from '../application/ports/log.js';
import type { Config } from '../config/config.js';

/** A database to connect to; closing it stops it where it was started here. */
export type OpenedDatabase = { readonly uri: string; close(): Promise<void> };

type EmbeddedOptions = {
  /** Lets commands beside this process find the database. */
  readonly publish: boolean;
  readonly onWorkerDeath: (error: Error) => void;
  readonly log: Pick<Log, 'warn'>;
};

/** Loaded only where there is no MONGODB_URI: stage and production, which have one, need not have it installed. */
async function loadEmbeddedMongo(): Promise<typeof EmbeddedMongo> {
  try {
    return await import('embedded-mongo');
  } catch (cause) {
    if (!isModuleMissing(cause)) throw cause;
    const message = 'The embedded database is not installed here: name a MongoDB by MONGODB_URI.';
    throw new Error(message, { cause });
  }
}

function isModuleMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
}

/** The MongoDB of `MONGODB_URI`, or else the embedded one of `DATA_DIR`, started here. */
export async function openDatabase(
  { mongodbUri, dataDir }: Config,
  options: EmbeddedOptions,
): Promise<OpenedDatabase> {
  if (mongodbUri !== null) return { uri: mongodbUri, close: () => Promise.resolve() };
  return startEmbedded({ path: dataDir, publish: options.publish }, options);
}

/** The address of the database that is used: `MONGODB_URI`, or that of the server on `DATA_DIR`; null where none runs. */
export async function findDatabase({ mongodbUri, dataDir }: Config): Promise<string | null> {
  if (mongodbUri !== null) return mongodbUri;
  const { findRunning } = await loadEmbeddedMongo();
  return (await findRunning(dataDir))?.uri ?? null;
}

/** As `openDatabase`, for a command beside a server: what runs on `DATA_DIR` already is used, and left running. */
export async function joinDatabase(
  config: Config,
  options: EmbeddedOptions,
): Promise<OpenedDatabase> {
  if (config.mongodbUri !== null) return openDatabase(config, options);
  const { findRunning } = await loadEmbeddedMongo();
  const running = await findRunning(config.dataDir);
  if (running === null) return openDatabase(config, options);
  return { uri: running.uri, close: () => Promise.resolve() };
}

/** The embedded database alone, on TCP, for outside tools. */
export function openDatabaseOnPort(
  { dataDir }: Config,
  { port, ...options }: { readonly port: number } & Omit<EmbeddedOptions, 'publish'>,
): Promise<OpenedDatabase> {
  return startEmbedded({ path: dataDir, listen: { kind: 'tcp', port } }, options);
}

async function startEmbedded(
  where: Pick<EmbeddedMongo.StartOptions, 'path' | 'listen' | 'publish'>,
  { onWorkerDeath, log }: Omit<EmbeddedOptions, 'publish'>,
): Promise<OpenedDatabase> {
  const { openToOthers, start } = await loadEmbeddedMongo();
  const database = await start({ ...where, onWorkerDeath });
  const mode = openToOthers(where.path);
  if (mode !== undefined) {
    const mend = `chmod 700 ${where.path}`;
    log.warn('the database folder is open to other users', { folder: where.path, mode, mend });
  }
  return database;
}

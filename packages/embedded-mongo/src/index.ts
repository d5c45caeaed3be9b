import { realpathSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { askInstance } from './ask-instance.js';
import { EmbeddedMongoError } from './errors/embedded-mongo-error.js';
import { addressIn, type Listen } from './listen.js';
import { readPublished, type Published } from './published-address.js';
import type { ServerOptions } from './start-server.js';
import type { WorkerMessage } from './worker.js';

export { EmbeddedMongoError, type EmbeddedMongoReason } from './errors/embedded-mongo-error.js';

/** How the embedded database is started. */
export type StartOptions = {
  /** The folder; it is made when it is missing. */
  readonly path: string;
  /** A Unix socket only this user can reach, unless a port on loopback is asked for. */
  readonly listen?: Listen;
  /** Write `mongodb.json`, so that commands find the server. */
  readonly publish?: boolean;
  /** The most the documents and indexes may take; without it the disk is the limit. */
  readonly mapSizeBytes?: number;
  /** Told when the thread ends by itself; the process should then end too. */
  readonly onWorkerDeath?: (error: Error) => void;
};

/** A started database: `close` finishes what is in work. */
export type EmbeddedMongo = Published & { readonly close: () => Promise<void> };

/** Folders open in this process; LMDB must not open one twice. */
const openFolders = new Set<string>();

/** Starts the server in a thread of its own. Rejects with EmbeddedMongoError when it cannot. */
export async function start(options: StartOptions): Promise<EmbeddedMongo> {
  const folder = canonical(options.path);
  if (openFolders.has(folder)) {
    throw new EmbeddedMongoError('folder_in_use', 'The database folder is in use by this process.');
  }
  openFolders.add(folder);
  const worker = new Worker(new URL('./worker.js', import.meta.url), {
    workerData: serverOptions(options),
  });
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      openFolders.delete(folder);
      resolve();
    });
  });
  const { uri, instance } = await readiness(worker).catch(async (error: unknown) => {
    // The folder may be tried again at once, so the thread has to be gone.
    await ended;
    throw error;
  });
  let isClosing = false;
  watch(worker, (error) => {
    if (!isClosing) options.onWorkerDeath?.(error);
  });
  return {
    uri,
    instance,
    close: async () => {
      if (!isClosing) worker.postMessage('close');
      isClosing = true;
      await ended;
    },
  };
}

function serverOptions({
  path: folder,
  listen,
  publish,
  mapSizeBytes,
}: StartOptions): ServerOptions {
  return {
    path: path.resolve(folder),
    listen:
      listen ?? (process.platform === 'win32' ? { kind: 'tcp', port: 0 } : { kind: 'socket' }),
    publish: publish ?? false,
    ...(mapSizeBytes === undefined ? {} : { mapSizeBytes }),
  };
}

function canonical(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return path.resolve(folder);
  }
}

function readiness(worker: Worker): Promise<Published> {
  return new Promise((resolve, reject) => {
    worker.once('error', () => {
      reject(
        new EmbeddedMongoError('not_supported', 'The embedded database cannot run on this system.'),
      );
    });
    worker.once('exit', () => {
      reject(
        new EmbeddedMongoError(
          'not_supported',
          'The embedded database ended while it was starting.',
        ),
      );
    });
    worker.once('message', (message: WorkerMessage) => {
      if (message.kind === 'ready') resolve({ uri: message.uri, instance: message.instance });
      else if (message.kind === 'failed')
        reject(new EmbeddedMongoError(message.reason, message.message));
    });
  });
}

function watch(worker: Worker, onDeath: (error: Error) => void): void {
  let isTold = false;
  const tell = (error: Error): void => {
    if (!isTold) onDeath(error);
    isTold = true;
  };
  worker.on('error', tell);
  worker.once('exit', (code) => {
    tell(new Error(`the embedded database's thread ended with code ${String(code)}`));
  });
}

/** The server published in a folder, if it is still that one that answers there. */
export async function findRunning(folder: string): Promise<Published | null> {
  const published = await readPublished(folder);
  const address = published && addressIn(published.uri);
  if (address === undefined) return null;
  return (await askInstance(address)) === published?.instance ? (published ?? null) : null;
}

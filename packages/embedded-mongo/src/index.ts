import { randomUUID } from 'node:crypto';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { askInstance } from './ask-instance.js';
import { EmbeddedMongoError } from './errors/embedded-mongo-error.js';
import { OwnershipLostError } from './errors/ownership-lost-error.js';
import { addressIn, socketNear, uriOf, type Address, type Listen } from './listen.js';
import { isOwnedBy, takeFolder, type Ownership } from './ownership/take-folder.js';
import { prepareFolder } from './prepare-folder.js';
import { readPublished, type Published } from './published-address.js';
import { openingFailure, unexpectedFailure } from './start-failure.js';
import type { ServerOptions } from './start-server.js';
import type { WorkerMessage } from './worker.js';

export { EmbeddedMongoError, type EmbeddedMongoReason } from './errors/embedded-mongo-error.js';
export { openToOthers } from './prepare-folder.js';

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
  const folder = preparedFolder(options.path);
  if (openFolders.has(folder)) {
    throw new EmbeddedMongoError(
      'folder_in_use',
      `The database folder ${folder} is in use by this process.`,
    );
  }
  openFolders.add(folder);
  try {
    return await startIn(folder, options);
  } catch (error) {
    openFolders.delete(folder);
    throw error;
  }
}

async function startIn(folder: string, options: StartOptions): Promise<EmbeddedMongo> {
  const instance = randomUUID();
  let loss: Error | undefined;
  const onLost = (): void => {
    loss = new OwnershipLostError();
    void worker.terminate();
  };
  const ownership = await takenFolder(folder, { instance, onLost });
  const workerData = serverOptions(options, { claim: ownership.claim, instance });
  // It is there before the first beat can tell of a loss.
  const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData });
  const ended = endOf(worker).then(() => {
    openFolders.delete(folder);
    ownership.release();
  });
  const { uri } = await readiness(worker).catch(async (error: unknown) => {
    // The folder may be tried again at once, so the thread has to be gone.
    await ended;
    throw error;
  });
  let isClosing = false;
  watch(worker, (error) => {
    if (!isClosing) options.onWorkerDeath?.(loss ?? error);
  });
  const close = async (): Promise<void> => {
    if (!isClosing) worker.postMessage('close');
    isClosing = true;
    await ended;
  };
  return { uri, instance, close };
}

function endOf(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    worker.once('exit', () => {
      resolve();
    });
  });
}

async function takenFolder(
  folder: string,
  holder: Parameters<typeof takeFolder>[1],
): Promise<Ownership> {
  try {
    return await takeFolder(folder, holder);
  } catch (error) {
    throw openingFailure(error, folder);
  }
}

function preparedFolder(folder: string): string {
  const resolved = path.resolve(folder);
  try {
    prepareFolder(resolved);
    return realpathSync(resolved);
  } catch (error) {
    throw openingFailure(error, resolved);
  }
}

function serverOptions(
  { listen, publish, mapSizeBytes }: StartOptions,
  held: Pick<ServerOptions, 'claim' | 'instance'>,
): ServerOptions {
  return {
    ...held,
    listen:
      listen ?? (process.platform === 'win32' ? { kind: 'tcp', port: 0 } : { kind: 'socket' }),
    publish: publish ?? false,
    ...(mapSizeBytes === undefined ? {} : { mapSizeBytes }),
  };
}

function readiness(worker: Worker): Promise<{ readonly uri: string }> {
  return new Promise((resolve, reject) => {
    worker.once('error', (error) => {
      reject(unexpectedFailure(error));
    });
    worker.once('exit', () => {
      reject(unexpectedFailure(new Error('its thread ended while it was starting')));
    });
    worker.once('message', (message: WorkerMessage) => {
      if (message.kind === 'ready') resolve({ uri: message.uri });
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

/**
 * The server published in a folder, if it is the one that owns this very folder and still answers. A folder that is
 * mounted elsewhere is reached by its own socket; a copy of a folder is not what its original is served from.
 */
export async function findRunning(folder: string): Promise<Published | null> {
  const published = await readPublished(folder);
  if (published === undefined || !(await isOwnedBy(folder, published.instance))) return null;
  for (const { uri, address } of waysTo(folder, published)) {
    if ((await askInstance(address)) === published.instance) return { ...published, uri };
  }
  return null;
}

type WayTo = { readonly uri: string; readonly address: Address };

function waysTo(folder: string, { uri }: Published): readonly WayTo[] {
  const address = addressIn(uri);
  const near = socketNear(folder);
  return [
    ...(address === undefined ? [] : [{ uri, address }]),
    ...(near === undefined ? [] : [wayBySocket(near)]),
  ];
}

function wayBySocket(socket: string): WayTo {
  const address = { kind: 'socket', path: socket } as const;
  return { uri: uriOf(address), address };
}

import { parentPort, workerData } from 'node:worker_threads';
import { EmbeddedMongoError, type EmbeddedMongoReason } from './errors/embedded-mongo-error.js';
import { isOutOfSpace } from './engine/lmdb-store.js';
import { startServer, type ServerOptions } from './start-server.js';

/** What the thread tells the one that started it. */
export type WorkerMessage =
  | { readonly kind: 'ready'; readonly uri: string; readonly instance: string }
  | { readonly kind: 'failed'; readonly reason: EmbeddedMongoReason; readonly message: string }
  | { readonly kind: 'closed' };

function tell(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

function failure(error: unknown, folder: string): WorkerMessage {
  if (error instanceof EmbeddedMongoError) {
    return { kind: 'failed', reason: error.reason, message: error.message };
  }
  if (isOutOfSpace(error, folder)) {
    return {
      kind: 'failed',
      reason: 'disk_full',
      message: 'There is no space left for the embedded database.',
    };
  }
  process.emitWarning(error instanceof Error ? error : String(error));
  return {
    kind: 'failed',
    reason: 'not_supported',
    message: 'The embedded database cannot run on this system.',
  };
}

async function run(options: ServerOptions): Promise<void> {
  try {
    const server = await startServer(options);
    parentPort?.once('message', () => {
      void server.close().then(() => {
        tell({ kind: 'closed' });
        parentPort?.close();
      });
    });
    tell({ kind: 'ready', uri: server.uri, instance: server.instance });
  } catch (error) {
    tell(failure(error, options.path));
    parentPort?.close();
  }
}

await run(workerData as ServerOptions);

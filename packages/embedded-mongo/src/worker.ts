import { parentPort, workerData } from 'node:worker_threads';
import { EmbeddedMongoError, type EmbeddedMongoReason } from './errors/embedded-mongo-error.js';
import { startServer, type ServerOptions } from './start-server.js';
import { unexpectedFailure } from './start-failure.js';

/** What the thread tells the one that started it. */
export type WorkerMessage =
  | { readonly kind: 'ready'; readonly uri: string }
  | { readonly kind: 'failed'; readonly reason: EmbeddedMongoReason; readonly message: string }
  | { readonly kind: 'closed' };

function tell(message: WorkerMessage): void {
  parentPort?.postMessage(message);
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
    tell({ kind: 'ready', uri: server.uri });
  } catch (error) {
    const { reason, message } =
      error instanceof EmbeddedMongoError ? error : unexpectedFailure(error);
    tell({ kind: 'failed', reason, message });
    parentPort?.close();
  }
}

await run(workerData as ServerOptions);

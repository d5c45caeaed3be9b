import { randomUUID } from 'node:crypto';
import { runCommand } from './commands/run-command.js';
import { removeDropped } from './engine/drop-collection.js';
import { makeEngine, type Engine } from './engine/engine.js';
import type { LmdbStore } from './engine/lmdb-store.js';
import { listen, uriOf, type Listen, type Listening } from './listen.js';
import { openFolder } from './open-folder.js';
import { takeOwnership, type Ownership } from './ownership.js';
import { publishAddress, unpublishAddress } from './published-address.js';
import { serveConnection, type Connection } from './wire/serve-connection.js';

/** What a server is started with. */
export type ServerOptions = {
  readonly path: string;
  readonly listen: Listen;
  readonly publish: boolean;
  readonly mapSizeBytes?: number;
};

/** A server at work. */
export type RunningServer = {
  readonly uri: string;
  readonly instance: string;
  /** Finishes what is in work and gives the folder up. */
  readonly close: () => Promise<void>;
};

/** Takes the folder, listens, and only then publishes where. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const instance = randomUUID();
  const store = openFolder(options.path);
  try {
    const ownership = await takeOwnership(store, instance);
    try {
      return await serve(options, { store, ownership, instance });
    } catch (error) {
      ownership.release();
      throw error;
    }
  } catch (error) {
    await store.close();
    throw error;
  }
}

type Taken = {
  readonly store: LmdbStore;
  readonly ownership: Ownership;
  readonly instance: string;
};

async function serve(
  options: ServerOptions,
  { store, ownership, instance }: Taken,
): Promise<RunningServer> {
  const engine = makeEngine(store, options.mapSizeBytes);
  const connections = new Set<Connection>();
  let lastConnection = 0;
  const listening = await listen(options.path, options.listen, (socket) => {
    lastConnection += 1;
    const context = { engine, instance, connectionId: lastConnection };
    const connection = serveConnection(socket, (message) => runCommand(message, context));
    connections.add(connection);
    socket.once('close', () => connections.delete(connection));
  });
  const uri = uriOf(listening.address);
  ownership.noteUri(uri);
  if (options.publish) await publishAddress(options.path, { uri, instance });
  const sweep = sweepDropped(engine);
  return {
    uri,
    instance,
    close: async () => {
      await unpublishAddress(options.path, instance);
      sweep.stop();
      await stopServing(listening, connections);
      await engine.writes.idle();
      ownership.release();
      await store.close();
    },
  };
}

async function stopServing(
  listening: Listening,
  connections: ReadonlySet<Connection>,
): Promise<void> {
  const closed = listening.close();
  await Promise.all([...connections].map((connection) => connection.finish()));
  await closed;
}

const SWEEP_MS = 50;
const REST_MS = 1_000;

// What was dropped is removed a little at a time, so that it never keeps anybody waiting.
function sweepDropped(engine: Engine): { readonly stop: () => void } {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const sweep = async (): Promise<void> => {
    const hasMore = await engine.writes.submit(() => removeDropped(engine)).catch(() => false);
    if (!isStopped) timer = setTimeout(() => void sweep(), hasMore ? SWEEP_MS : REST_MS);
  };
  timer = setTimeout(() => void sweep(), REST_MS);
  return {
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

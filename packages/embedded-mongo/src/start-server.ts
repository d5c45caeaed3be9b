import { runCommand } from './commands/run-command.js';
import { removeDropped } from './engine/drop-collection.js';
import { makeEngine, type Engine } from './engine/engine.js';
import type { LmdbStore } from './engine/lmdb-store.js';
import { listen, uriOf, type Listen, type Listening } from './listen.js';
import { credentialsOf } from './login/credentials.js';
import { makeGate } from './login/gate.js';
import { makeVerifier } from './login/scram.js';
import { openFolder } from './open-folder.js';
import { makeOwnerCheck, type OwnerCheck } from './ownership/check-owner.js';
import type { HeldClaim } from './ownership/take-folder.js';
import { publishAddress, unpublishAddress } from './published-address.js';
import { serveConnection, type Connection } from './wire/serve-connection.js';

/** What a server is started with. */
export type ServerOptions = {
  /** The folder, which is ours already. */
  readonly claim: HeldClaim;
  readonly instance: string;
  readonly listen: Listen;
  readonly publish: boolean;
  readonly mapSizeBytes?: number;
};

/** A server at work. */
export type RunningServer = {
  readonly uri: string;
  /** Finishes what is in work and closes the folder. */
  readonly close: () => Promise<void>;
};

/** Opens the folder, listens, and only then publishes where. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const owner = makeOwnerCheck(options.claim);
  const store = openFolder(options.claim, owner);
  try {
    return await serve(options, { store, owner });
  } catch (error) {
    await store.close();
    throw error;
  }
}

type Opened = { readonly store: LmdbStore; readonly owner: OwnerCheck };

async function serve(options: ServerOptions, { store, owner }: Opened): Promise<RunningServer> {
  const { instance } = options;
  const { folder } = options.claim;
  const engine = makeEngine(store, options.mapSizeBytes);
  // A Unix socket lets in nobody but this user; a port lets in everybody on this machine.
  const credentials = options.listen.kind === 'tcp' ? await credentialsOf(folder) : undefined;
  const verifier = credentials && makeVerifier(credentials);
  const connections = new Set<Connection>();
  let lastConnection = 0;
  const listening = await listen({ folder, instance }, options.listen, (socket) => {
    lastConnection += 1;
    const gate = makeGate(verifier);
    const context = { engine, instance, connectionId: lastConnection, gate };
    const connection = serveConnection(socket, (message) => {
      owner.ifOld();
      return runCommand(message, context);
    });
    connections.add(connection);
    socket.once('close', () => connections.delete(connection));
  });
  const uri = uriOf(listening.address, credentials);
  if (options.publish) await publishAddress(folder, { uri, instance });
  const sweep = sweepDropped(engine);
  return {
    uri,
    close: async () => {
      await unpublishAddress(folder, instance);
      sweep.stop();
      await stopServing(listening, connections);
      await engine.writes.idle();
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

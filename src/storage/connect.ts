import mongoose, { type Connection, type ConnectOptions } from 'mongoose';
import { makeModels, type Models } from './models.js';
import { type Guards, makeGuards } from './stores/store-errors.js';

export type DatabaseOptions = {
  readonly uri: string;
  /** Time-out of a request: whatever waits for the database gives up before. */
  readonly requestTimeoutMs: number;
  readonly maxPoolSize?: number;
};

/** One connection, with what the stores need of it. Any number of them may be open at once. */
export type Database = Guards & {
  readonly connection: Connection;
  readonly models: Models;
  close(): Promise<void>;
};

const longestWaitMs = 3_000;
const defaultPoolSize = 50;

/**
 * Connects, or throws `StoreUnavailableError`. After that an outage needs no restart: commands fail while the
 * database is away and work again once it is back.
 */
export async function connect(options: DatabaseOptions): Promise<Database> {
  const connection = mongoose.createConnection();
  try {
    const { reading } = makeGuards({ retriesWrites: false });
    await reading(() => connection.openUri(options.uri, connectOptions(options)));
    const guards = makeGuards({ retriesWrites: await retriesWrites(connection) });
    return {
      ...guards,
      connection,
      models: makeModels(connection),
      close: () => connection.destroy(),
    };
  } catch (error) {
    await connection.destroy();
    throw error;
  }
}

/**
 * Majority on both sides, from the primary: an acknowledged write survives a failover, and a read never sees one that
 * may be rolled back. A standalone server takes both as they are.
 */
function connectOptions({ requestTimeoutMs, maxPoolSize }: DatabaseOptions): ConnectOptions {
  const waitMs = Math.min(longestWaitMs, Math.floor(requestTimeoutMs * 0.3));
  return {
    bufferCommands: false,
    autoIndex: false,
    autoCreate: false,
    maxPoolSize: maxPoolSize ?? defaultPoolSize,
    serverSelectionTimeoutMS: waitMs,
    connectTimeoutMS: waitMs,
    waitQueueTimeoutMS: waitMs,
    socketTimeoutMS: Math.floor(requestTimeoutMs * 0.5),
    readPreference: 'primary',
    readConcern: { level: 'majority' },
    writeConcern: { w: 'majority' },
  };
}

/** Whether the driver may send a write twice: it does on replica sets and sharded clusters, unless the URI says not to. */
async function retriesWrites(connection: Connection): Promise<boolean> {
  const hello = await connection.db?.command({ isMaster: 1 });
  const isStandalone = hello?.setName === undefined && hello?.msg !== 'isdbgrid';
  return !isStandalone && connection.getClient().options.retryWrites;
}

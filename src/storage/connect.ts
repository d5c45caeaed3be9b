import mongoose, { type Connection, type ConnectOptions } from 'mongoose';
import { StoreUnavailableError } from '../application/ports/failures.js';
import { makeLimitWrites } from './limit-writes.js';
import { makeModels, type Models } from './models.js';
import { makeRoomWatch } from './room-watch.js';
import { type Guards, makeGuards } from './store-errors.js';
import { type StoreLimits, storeLimits } from './store-limits.js';
import { type ClientWatch, type ClientWatchDeps, makeClientWatch } from './watch-client.js';
import { whyNotConnected } from './why-not-connected.js';

export type DatabaseOptions = {
  readonly uri: string;
  /** Time-out of a request: whatever waits for the database gives up before. */
  readonly requestTimeoutMs: number;
  /** What is given of the limits; the others follow from the time-out of a request. */
  readonly limits?: Partial<StoreLimits>;
  /** The longest that anything waits for a connection, 3 s unless told: a time-out of a request may say less. */
  readonly longestWaitMs?: number;
  /** When a client counts as one that has stopped, and how often it is looked at while it does not answer. */
  readonly watch?: Pick<ClientWatchDeps, 'unavailableMs' | 'lookEveryMs'>;
  /** Told when a client that had stopped was replaced. */
  readonly onClientReplaced?: () => void;
  /** Told before indexes of a collection are built, which may take long. */
  readonly onIndexBuild?: (collection: string, indexes: readonly string[]) => void;
  /** Told how long each command took. Absent: the driver does not watch its commands, which costs something. */
  readonly onCommand?: (command: AnsweredCommand) => void;
};

type AnsweredCommand = {
  readonly name: string;
  readonly isOk: boolean;
  readonly milliseconds: number;
};

/** One connection, with what the stores need of it. Any number of them may be open at once. */
export type Database = Guards & {
  readonly connection: Connection;
  readonly models: Models;
  /** True after a write failed for lack of room, until one works again. */
  readonly isFull: () => boolean;
  readonly limits: StoreLimits;
  readonly onIndexBuild: (collection: string, indexes: readonly string[]) => void;
  close(): Promise<void>;
};

/** Of the connections, so that reads find some whatever the writes wait for. */
const mostForWrites = 0.8;
const defaultWatch = { unavailableMs: 5_000, lookEveryMs: 1_000 } as const;

/**
 * Connects, or throws `StoreUnavailableError`. After that an outage needs no restart: commands fail while the
 * database is away and work again once it is back.
 */
export async function connect(options: DatabaseOptions): Promise<Database> {
  const connection = mongoose.createConnection();
  const limits = storeLimits(options);
  try {
    await openFirst(connection, options);
    const watch = watchConnection(connection, options);
    const places = Math.max(1, Math.floor(limits.poolSize * mostForWrites));
    const guards = makeGuards({
      retriesWrites: await retriesWrites(connection),
      onAway: watch.notice,
      limitWrites: makeLimitWrites({ places, waitMs: limits.queueMs }),
    });
    const { isFull, watching } = makeRoomWatch();
    return {
      reading: guards.reading,
      writing: (command) => watching(() => guards.writing(command)),
      isFull,
      connection,
      limits,
      models: makeModels(connection),
      onIndexBuild: options.onIndexBuild ?? (() => undefined),
      close: async () => {
        await watch.stop();
        await connection.destroy();
      },
    };
  } catch (error) {
    await connection.destroy();
    throw error;
  }
}

/** Says in a sentence why it cannot: whoever reads it has just set the connection string. */
async function openFirst(connection: Connection, options: DatabaseOptions): Promise<void> {
  try {
    await openClient(connection, options);
  } catch (error) {
    throw new StoreUnavailableError(whyNotConnected(error), { cause: error });
  }
}

/** Gives the connection a client; its models and collections find the new one by themselves. */
async function openClient(connection: Connection, options: DatabaseOptions): Promise<void> {
  await connection.openUri(options.uri, connectOptions(options));
  if (options.onCommand !== undefined) watchCommands(connection, options.onCommand);
}

function watchConnection(connection: Connection, options: DatabaseOptions): ClientWatch {
  const { requestTimeoutMs, onClientReplaced = () => undefined, watch = defaultWatch } = options;
  return makeClientWatch({
    ...watch,
    answerMs: requestTimeoutMs,
    ping: async () => connection.db?.command({ ping: 1 }),
    pingFreshly: async () => {
      const fresh = mongoose.createConnection();
      try {
        await fresh.openUri(options.uri, { ...connectOptions(options), maxPoolSize: 1 });
        await fresh.db?.command({ ping: 1 });
      } finally {
        await fresh.destroy();
      }
    },
    replace: async () => {
      await connection.close();
      await openClient(connection, options);
    },
    onReplaced: onClientReplaced,
  });
}

/**
 * Majority on both sides, from the primary: an acknowledged write survives a failover, and a read never sees one that
 * may be rolled back. A standalone server takes both as they are. Nothing here says anything of TLS or of who we are: that
 * stands in the connection string, and goes to the driver as it is.
 */
export function connectOptions(options: DatabaseOptions): ConnectOptions {
  const limits = storeLimits(options);
  return {
    bufferCommands: false,
    autoIndex: false,
    autoCreate: false,
    maxPoolSize: limits.poolSize,
    monitorCommands: options.onCommand !== undefined,
    serverSelectionTimeoutMS: limits.selectMs,
    connectTimeoutMS: limits.connectMs,
    waitQueueTimeoutMS: limits.queueMs,
    socketTimeoutMS: limits.replyMs,
    readPreference: 'primary',
    readConcernLevel: 'majority',
    writeConcern: { w: 'majority', wtimeoutMS: limits.majorityMs },
  };
}

function watchCommands(
  connection: Connection,
  onCommand: (command: AnsweredCommand) => void,
): void {
  const client = connection.getClient();
  client.on('commandSucceeded', ({ commandName: name, duration: milliseconds }) => {
    onCommand({ name, isOk: true, milliseconds });
  });
  client.on('commandFailed', ({ commandName: name, duration: milliseconds }) => {
    onCommand({ name, isOk: false, milliseconds });
  });
}

/** Whether the driver may send a write twice: it does on replica sets and sharded clusters, unless the URI says not to. */
async function retriesWrites(connection: Connection): Promise<boolean> {
  const hello = await connection.db?.command({ isMaster: 1 });
  const isStandalone = hello?.setName === undefined && hello?.msg !== 'isdbgrid';
  return !isStandalone && connection.getClient().options.retryWrites;
}

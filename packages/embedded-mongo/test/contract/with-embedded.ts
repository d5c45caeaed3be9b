import { afterAll, beforeAll } from '@jest/globals';
import mongoose from 'mongoose';
import { newFolder, startServer, type StartedServer } from './server-in-process.js';

const { MongoClient, MongoServerError } = mongoose.mongo;

/** The embedded database of one suite and a client of it. */
export type Embedded = {
  readonly folder: () => string;
  readonly server: () => StartedServer;
  readonly client: () => mongoose.mongo.MongoClient;
  readonly db: () => mongoose.mongo.Db;
  readonly collection: (name?: string) => mongoose.mongo.Collection;
};

/** Starts an embedded database before a suite and ends it after. */
export function withEmbedded(options: Record<string, unknown> = {}): Embedded {
  let place: Awaited<ReturnType<typeof newFolder>>;
  let server: StartedServer;
  let client: mongoose.mongo.MongoClient;
  beforeAll(async () => {
    place = await newFolder();
    server = await startServer({ path: place.folder, ...options });
    client = new MongoClient(server.said.uri, { maxPoolSize: 60 });
  });
  afterAll(async () => {
    await client.close();
    await server.stop();
    await place.remove();
  });
  return {
    folder: () => place.folder,
    server: () => server,
    client: () => client,
    db: () => client.db('suite'),
    collection: (name = 'items') => client.db('suite').collection(name),
  };
}

/** Code and name by which a command was refused; undefined when it was not. */
export async function refusal(
  work: Promise<unknown>,
): Promise<{ code: unknown; codeName: unknown } | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (!(error instanceof MongoServerError)) throw error;
    const { code, codeName } = error as { code?: unknown; codeName?: unknown };
    return { code, codeName };
  }
}

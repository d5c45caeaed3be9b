import { randomBytes } from 'node:crypto';
import { connect, type Database } from '../../src/storage/connect.js';
import { refuseOldBuild } from './fresh-build.js';

export type TestDatabase = Database & { readonly uri: string };

/** How long a test waits for the database where it does not ask about that: a busy machine is no outage. */
export const patience = { requestTimeoutMs: 240_000, longestWaitMs: 60_000 } as const;

/** A database of its own, empty, on the server that the whole run uses or on the one named. Closing drops it. */
export async function openDatabase(server = serverUri()): Promise<TestDatabase> {
  const uri = freshDatabaseUri(server);
  const database = await connect({ uri, ...patience });
  return {
    ...database,
    uri,
    close: async () => {
      await database.connection.dropDatabase();
      await database.close();
    },
  };
}

/** The address of a database that nobody else uses. */
export function freshDatabaseUri(server = serverUri()): string {
  const name = `test_${randomBytes(8).toString('hex')}`;
  // Not read as a URL: an address may name several hosts.
  return server.replace(/^(mongodb:\/\/[^/?]+)(?:\/[^?]*)?/, `$1/${name}`);
}

/** A server that somebody else wrote, to hold the same contracts against; null where none is named. */
export function independentServer(): string | null {
  const uri = process.env.INDEPENDENT_MONGODB_URI;
  return uri === undefined || uri === '' ? null : uri;
}

/** The server that the whole run uses. */
export function serverUri(): string {
  const uri = process.env.TEST_MONGODB_URI;
  if (uri === undefined) throw new Error('the global set-up has started no database');
  // Where no other server is named, the one that runs is started from the build.
  if (!process.env.MONGODB_URI) refuseOldBuild('embeddedMongo');
  return uri;
}

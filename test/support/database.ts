import { randomBytes } from 'node:crypto';
import { connect, type Database } from '../../src/storage/connect.js';

export type TestDatabase = Database & { readonly uri: string };

/** A database of its own, empty, on the server that the whole run uses. Closing drops it. */
export async function openDatabase(): Promise<TestDatabase> {
  const uri = freshDatabaseUri();
  const database = await connect({ uri, requestTimeoutMs: 10_000, maxPoolSize: 50 });
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
export function freshDatabaseUri(): string {
  const uri = new URL(serverUri());
  uri.pathname = `/test_${randomBytes(8).toString('hex')}`;
  return uri.href;
}

function serverUri(): string {
  const uri = process.env.TEST_MONGODB_URI;
  if (uri === undefined) throw new Error('the global set-up has started no database');
  return uri;
}

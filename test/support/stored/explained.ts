import type { mongo } from 'mongoose';
import { openDatabase, type TestDatabase } from '../database.js';

type Explained = { readonly nReturned: number; readonly totalDocsExamined: number };

/** How a server goes about a find, or about a count: by the find of what it counts. */
export async function explained(database: TestDatabase, asked: mongo.Document): Promise<Explained> {
  const ofTheConnection = ['lsid', '$db'];
  const command = Object.fromEntries(
    Object.entries(findOf(asked)).filter(([field]) => !ofTheConnection.includes(field)),
  );
  const answer = await database.connection.db?.command({
    explain: command,
    verbosity: 'executionStats',
  });
  return (answer as { executionStats: Explained }).executionStats;
}

/** Whether the server that is tested explains itself. */
export async function answersExplain(): Promise<boolean> {
  const database = await openDatabase();
  const explain = { explain: { find: 'nothing' }, verbosity: 'executionStats' };
  const answer = await database.connection.db?.command(explain).catch(() => null);
  await database.close();
  return answer?.executionStats !== undefined;
}

/** `countDocuments` of the driver is an aggregate: what matches, up to a limit, in one group. */
function findOf(asked: mongo.Document): mongo.Document {
  if (!('aggregate' in asked)) return asked;
  const { aggregate: find, hint, pipeline } = asked as Readonly<Record<string, unknown>>;
  const stages = pipeline as readonly Readonly<Record<string, unknown>>[];
  const filter = stages.find((it) => '$match' in it)?.$match ?? {};
  const limit = stages.find((it) => '$limit' in it)?.$limit;
  return { find, filter, ...(limit ? { limit } : {}), ...(hint ? { hint } : {}) };
}

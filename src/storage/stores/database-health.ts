import { mongo } from 'mongoose';
import type { DatabaseHealth } from '../../application/ports/database-health.js';
import type { Database } from '../connect.js';
import { ensureIndexes, missingIndexes } from '../indexes.js';

/** What `health/ready` and `verify` ask of the database. */
export function makeDatabaseHealth({
  connection,
  models,
  reading,
  writing,
}: Database): DatabaseHealth {
  return {
    ping: async () => {
      // The older name of `hello`: every server knows it.
      const reply = await reading(async () => connection.db?.command({ isMaster: 1 }));
      return { localTime: millisecondsOf(reply?.localTime) };
    },
    missingIndexes: () => reading(() => missingIndexes(models)),
    ensureIndexes: () => writing(() => ensureIndexes(models)),
  };
}

/** Some servers say the time as a date, others as a number of whatever size. */
function millisecondsOf(localTime: unknown): number {
  const isTime = ['number', 'bigint'].includes(typeof localTime) || mongo.Long.isLong(localTime);
  const milliseconds = localTime instanceof Date || isTime ? Number(localTime) : NaN;
  if (!Number.isFinite(milliseconds)) throw new Error('the database does not tell its time');
  return milliseconds;
}

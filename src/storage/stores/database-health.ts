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
      const localTime: unknown = reply?.localTime;
      if (!(localTime instanceof Date)) throw new Error('the database does not tell its time');
      return { localTime: localTime.getTime() };
    },
    missingIndexes: () => reading(() => missingIndexes(models)),
    ensureIndexes: () => writing(() => ensureIndexes(models)),
  };
}

import { mongo, type Connection } from 'mongoose';
import type { DatabaseHealth } from '../../application/ports/database-health.js';
import type { Database } from '../connect.js';
import { ensureIndexes, missingIndexes } from '../indexes.js';

/** As large as the largest document that a busy subscription has: where it fits, a change fits. */
const triedBytes = 64 * 1024;

/** Writes one document that means nothing, and takes it out again. */
async function tryToWrite(connection: Connection): Promise<void> {
  const probes = connection.collection<{ _id: string; filling: string }>('room_probes');
  await probes.replaceOne({ _id: 'probe' }, { filling: 'x'.repeat(triedBytes) }, { upsert: true });
  await probes.deleteOne({ _id: 'probe' });
}

/** What `health/ready` and `verify` ask of the database. */
export function makeDatabaseHealth({
  connection,
  models,
  reading,
  writing,
  isFull,
  limits,
  onIndexBuild,
}: Database): DatabaseHealth {
  return {
    ping: async () => {
      // The older name of `hello`: every server knows it.
      const reply = await reading(async () => connection.db?.command({ isMaster: 1 }));
      return { localTime: millisecondsOf(reply?.localTime) };
    },
    hasRoom: async () => {
      if (!isFull()) return true;
      await writing(() => tryToWrite(connection)).catch(() => undefined);
      return !isFull();
    },
    missingIndexes: () => reading(() => missingIndexes(models)),
    ensureIndexes: () =>
      writing(() => ensureIndexes(models, { onBuild: onIndexBuild, limitMs: limits.indexBuildMs })),
  };
}

/** Some servers say the time as a date, others as a number of whatever size. */
function millisecondsOf(localTime: unknown): number {
  const isTime = ['number', 'bigint'].includes(typeof localTime) || mongo.Long.isLong(localTime);
  const milliseconds = localTime instanceof Date || isTime ? Number(localTime) : NaN;
  if (!Number.isFinite(milliseconds)) throw new Error('the database does not tell its time');
  return milliseconds;
}

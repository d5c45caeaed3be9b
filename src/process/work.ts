import { compose } from '../composition/compose.js';
import { joinDatabase } from '../composition/open-database.js';
import type { Config } from '../config/config.js';
import { startMetrics } from './start-metrics.js';
import { readTokenKeys } from './read-token-keys.js';
import type { ProcessDeps } from './serve.js';

/** The worker alone: period ends and the outbox, until asked to stop. Answers the exit code. */
export async function work(deps: ProcessDeps, config: Config): Promise<number> {
  const keys = await readTokenKeys(config);
  const log = deps.makeLog(config);
  const { onWorkerDeath } = deps;
  const database = await joinDatabase(config, { publish: false, onWorkerDeath, log });
  try {
    const application = await compose({ config, uri: database.uri, keys, log });
    try {
      await application.stores.database.ensureIndexes();
      await startMetrics(deps, application, config);
      application.worker.start();
      deps.stdout.write('The worker runs\n');
      await deps.stopped;
      await application.worker.stop();
    } finally {
      await application.close();
    }
  } finally {
    await database.close();
  }
  return 0;
}

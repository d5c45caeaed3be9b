import { composeOperatorApplication } from '../composition/compose-operator-application.js';
import { joinDatabase } from '../composition/open-database.js';
import type { Config } from '../config/config.js';
import type { OperatorApplication } from '../cli/operator-application.js';
import { withAuditLog } from '../cli/with-audit-log.js';
import { readTokenKeys } from './read-token-keys.js';
import type { ProcessDeps } from './serve.js';

/** The application for one command, beside a running server or on its own; closing it closes what was opened for it. */
export async function openOperatorApplication(
  { makeLog, onWorkerDeath }: ProcessDeps,
  config: Config,
): Promise<OperatorApplication> {
  const keys = await readTokenKeys(config);
  const log = makeLog(config);
  const database = await joinDatabase(config, { publish: false, onWorkerDeath, log });
  try {
    const application = await composeOperatorApplication({ config, uri: database.uri, keys, log });
    return {
      ...withAuditLog(application, log),
      close: async () => {
        await application.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

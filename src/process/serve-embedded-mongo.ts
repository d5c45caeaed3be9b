import { openDatabaseOnPort } from '../composition/open-database.js';
import { addressForShell } from '../cli/address-for-shell.js';
import type { Config } from '../config/config.js';
import type { ProcessDeps } from './serve.js';

/** The embedded database alone, on loopback: its connection string, with its password, is the first line. Answers the exit code. */
export async function serveEmbeddedMongo(
  { stdout, stopped, makeLog, onWorkerDeath }: ProcessDeps,
  config: Config,
  { port }: { readonly port: number },
): Promise<number> {
  const database = await openDatabaseOnPort(config, {
    port,
    onWorkerDeath,
    log: makeLog(config),
  });
  stdout.write(`${addressForShell(database.uri)}\n`);
  await stopped;
  await database.close();
  return 0;
}

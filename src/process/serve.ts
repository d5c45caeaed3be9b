import path from 'node:path';
import type { Log } from '../application/ports/log.js';
import { type Application, compose } from '../composition/compose.js';
import { type OpenedDatabase, openDatabase } from '../composition/open-database.js';
import type { Config } from '../config/config.js';
import { pagesAddressOf } from '../config/page-addresses.js';
import { toClientId } from '../domain/ids.js';
import type { Output } from '../cli/operator-application.js';
import { CommandFailure } from '../cli/command-failure.js';
import { documentSource, readDocument } from '../cli/import-file/read-document.js';
import { addressOf, demoGreeting } from './greeting.js';
import { listenOn } from './listen-on.js';
import { addDemoOperator, consoleGreeting } from './console-greeting.js';
import { portalGreeting } from './portal-greeting.js';
import { startMetrics } from './start-metrics.js';
import { readTokenKeys } from './read-token-keys.js';

/** What a long-running process is handed. `stopped` resolves when it is asked to end. */
export type ProcessDeps = {
  readonly configFolder: string;
  readonly stdout: Output;
  readonly makeLog: (config: Config) => Log;
  readonly stopped: Promise<void>;
  readonly onWorkerDeath: (error: Error) => void;
};

const tokenSeconds = 3_600;

/**
 * The gateway: database, indexes, demo data, worker, HTTP, in this order; and, when asked to stop, in the other one, so
 * that no accepted request is lost. Answers the exit code.
 */
export async function serve(
  deps: ProcessDeps,
  config: Config,
  { worker }: { readonly worker: boolean },
): Promise<number> {
  const keys = await readTokenKeys(config);
  const log = deps.makeLog(config);
  const { onWorkerDeath } = deps;
  const database = await openDatabase(config, { publish: true, onWorkerDeath, log });
  try {
    const application = await compose({ config, uri: database.uri, keys, log });
    try {
      await run(deps, { config, application, worker });
    } finally {
      await application.close();
    }
  } finally {
    await close(database, log);
  }
  return 0;
}

type Running = {
  readonly config: Config;
  readonly application: Application;
  readonly worker: boolean;
};

async function run(deps: ProcessDeps, { config, application, worker }: Running): Promise<void> {
  const { stores, http } = application;
  await stores.database.ensureIndexes();
  if (config.demo) await loadDemo(deps, application);
  await startMetrics(deps, application, config);
  const listening = await listenOn(http, config);
  const address = addressOf(listening);
  if (worker) application.worker.start();
  deps.stdout.write(`The gateway listens on ${address}\n`);
  const publicAddress = config.publicBaseUrl ?? address;
  // Pages of a demo answer to this machine alone, whatever its public address (docs/spec/pages.md §3).
  const { address: host, port } = listening;
  if (config.demo) {
    const pagesAddress = pagesAddressOf({ host, port });
    deps.stdout.write(await greetingFor(application, { config, publicAddress, pagesAddress }));
  }
  await deps.stopped;
  await http.close();
  await application.worker.stop();
}

/** On an empty database only: what is there already is somebody's. */
async function loadDemo(deps: ProcessDeps, application: Application): Promise<void> {
  const { organisations } = application.stores;
  if ((await organisations.list()).length > 0) return;
  await importDemo(deps, application);
  const loaded = await organisations.list();
  await addDemoOperator(
    application,
    loaded.map(({ id }) => id),
  );
}

async function importDemo({ configFolder }: ProcessDeps, application: Application): Promise<void> {
  const unfit = 'the demo data is not fit to be loaded';
  const document = await readDocument(path.join(configFolder, 'demo.json'));
  if (!document.ok) throw new CommandFailure(unfit);
  const source = documentSource(document.organisations);
  for await (const { faults } of application.importOrganisations({ source, isDryRun: false })) {
    if (faults.length > 0) throw new CommandFailure(unfit);
  }
}

type Greeted = {
  readonly config: Pick<Config, 'portal' | 'console'>;
  readonly publicAddress: string;
  readonly pagesAddress: string;
};

async function greetingFor(
  application: Application,
  { config, publicAddress, pagesAddress: baseUrl }: Greeted,
): Promise<string> {
  const client = await application.clients.find(toClientId('demo'));
  if (client === null) return '';
  const { id, organisationId, scopes } = client;
  const claims = { clientId: id, organisationId, scopes, accountId: null };
  const token = application.accessTokens.issue(claims, tokenSeconds);
  const pages = [
    config.portal ? await portalGreeting(application, { organisationId, baseUrl }) : '',
    config.console ? await consoleGreeting(application, baseUrl) : '',
  ].join('');
  return `${demoGreeting(publicAddress, token)}${pages}${pages === '' ? '' : '\n'}`;
}

async function close(database: OpenedDatabase, log: Log): Promise<void> {
  await database.close();
  log.info('stopped');
}

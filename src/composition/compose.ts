import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { makeAuthenticate } from '../application/authorization/authenticate.js';
import {
  makeDelegateClient,
  makeRotateDelegatedSecret,
} from '../application/authorization/delegate-clients.js';
import { makeIssueAccessToken } from '../application/authorization/issue-access-token.js';
import {
  makeAddClient,
  makeDisableClient,
  makeEnableClient,
  makeListClients,
  makeRotateClientSecret,
} from '../application/authorization/manage-clients.js';
import { makeEraseAccount } from '../application/erasure/erase-account.js';
import { makeExportOrganisations } from '../application/export/export-organisations.js';
import { makeImportOrganisations } from '../application/import/import-organisations.js';
import { makeRemoveOrganisations } from '../application/import/remove-organisations.js';
import type { ChangeQuotes } from '../application/ports/change-quotes.js';
import type { Log } from '../application/ports/log.js';
import { noMetrics } from '../application/ports/metrics.js';
import type { Clock } from '../application/ports/surroundings.js';
import {
  makeRemoveOldEvents,
  type RemoveOldEvents,
} from '../application/retention/remove-old-events.js';
import { makeReadBacklog } from '../application/verification/read-backlog.js';
import { makeVerifyInstallation } from '../application/verification/verify-installation.js';
import type { OperatorApplication } from '../cli/operator-application.js';
import { makePaywayPolicy } from '../domain/change/payway/payway-policy.js';
import type { Config } from '../config/config.js';
import { makeJwtChangeQuotes } from '../credentials/jwt-change-quotes.js';
import { randomPageSecrets as pageSecrets } from '../credentials/random-page-secrets.js';
import { makeScryptSecretHashes } from '../credentials/scrypt-secret-hashes.js';
import type { TokenKeys } from '../credentials/token-keys.js';
import { toInstant } from '../domain/time/instant.js';
import { makeApp } from '../http/app.js';
import type { HttpServer } from '../http/core/server/socket-server.js';
import { makeMetricsServer, type MetricsServer } from '../http/metrics-server.js';
import { makeHttpServer } from '../http/server.js';
import { makeMetrics, type ProcessMetrics } from '../observability/metrics.js';
import { connect, type Database } from '../storage/connect.js';
import { openStores, type Stores } from '../storage/open-stores.js';
import { makeWorker, type Worker } from '../worker/worker.js';
import { composePages } from './compose-pages.js';
import { composeTokens } from './compose-tokens.js';
import type { Surroundings } from './change-surroundings.js';
import { composeOperators } from './compose-operators.js';
import { composeUseCases, type UseCases } from './compose-use-cases.js';
import { appSettings, httpLimits } from './http-settings.js';
import { makePortalAddress } from './portal-address.js';
import { composeWebhooks, type WebhookUseCases } from './compose-webhooks.js';

/** Everything, wired: what the commands use, and what the long-running processes start. */
export type Application = OperatorApplication & {
  readonly http: HttpServer;
  /** Null where metrics are off. */
  readonly metrics: MetricsServer | null;
  readonly worker: Worker;
  readonly stores: Stores;
};

export type ComposeOptions = {
  readonly config: Config;
  readonly uri: string;
  readonly keys: TokenKeys;
  readonly log: Log;
};

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };
const clock: Clock = { now: () => toInstant(Date.now()) };
const generateSecret = (): string => randomBytes(32).toString('base64url');

/** Connects, and wires adapters → use cases → http and worker. Throws `StoreUnavailableError`. */
export async function compose({ config, uri, keys, log }: ComposeOptions): Promise<Application> {
  const metrics = config.metricsPort === 0 ? null : makeMetrics();
  const database = await connectTo(uri, { config, log, metrics });
  const stores = openStores(database);
  const hashes = makeScryptSecretHashes();
  const tokens = composeTokens({ config, keys, clock, log });
  const quotes = makeJwtChangeQuotes({ keys, clock });
  const background = composeBackground({ stores, config, log, quotes, metrics });
  const { useCases, webhooks, worker } = background;
  const { portalBaseUrl, toldBy } = makePortalAddress(config);
  const operatorCases = operatorUseCases({ stores, useCases, webhooks, hashes });
  const operators = composeOperators(stores, { clock, ...stores, log, pageSecrets });
  const consoleCases = { ...useCases, ...webhooks, ...operatorCases, ...operators, portalBaseUrl };
  const app = makeApp({
    ...useCases,
    ...webhooks,
    ...operatorCases,
    log,
    authenticate: makeAuthenticate({ tokens, clients: stores.clients, clock }),
    issueAccessToken: makeIssueAccessToken({ clients: stores.clients, hashes, tokens }),
    ...appSettings(config),
    portalBaseUrl,
    version,
    pages: composePages({ config, log, useCases, consoleCases, clock, ...stores }),
    ...(metrics === null ? {} : { onRequestEnded: metrics.requestEnded }),
  });
  const metricsServer = metrics && serveMetrics({ metrics, stores, useCases, log });
  return {
    ...operatorCases,
    ...webhooks,
    ...operators,
    clock,
    organisations: stores.organisations,
    clients: stores.clients,
    outboxes: stores.outboxes,
    accessTokens: tokens,
    undoChange: useCases.undoChange,
    readTestClock: useCases.readTestClock,
    setTestClock: useCases.setTestClock,
    http: toldBy(makeHttpServer(app, httpLimits(config))),
    createPortalSession: useCases.createPortalSession,
    metrics: metricsServer,
    worker,
    stores,
    close: async () => {
      await metricsServer?.close();
      await database.close();
    },
  };
}

type ConnectDeps = Pick<BackgroundDeps, 'config' | 'log' | 'metrics'>;

function connectTo(uri: string, { config, log, metrics }: ConnectDeps): Promise<Database> {
  return connect({
    uri,
    requestTimeoutMs: config.requestTimeoutMs,
    limits: config.database,
    onClientReplaced: () => {
      log.warn('the connections to the database had stopped and were replaced');
    },
    onIndexBuild: (collection, indexes) => {
      log.info('waiting for the database to build indexes', { collection, indexes });
    },
    ...(metrics === null ? {} : { onCommand: metrics.databaseAnswered }),
  });
}

type MetricsDeps = Pick<BackgroundDeps, 'stores' | 'log'> & {
  readonly metrics: ProcessMetrics;
  readonly useCases: UseCases;
};

function serveMetrics({ metrics, stores, useCases, log }: MetricsDeps): MetricsServer {
  const { organisationNow } = useCases;
  metrics.watchBacklog(makeReadBacklog({ ...stores, organisationNow, clock }));
  return makeMetricsServer({ read: metrics.read, log });
}

type BackgroundDeps = {
  readonly stores: Stores;
  readonly config: Config;
  readonly log: Log;
  readonly quotes: ChangeQuotes;
  /** Null: nothing is counted. */
  readonly metrics: ProcessMetrics | null;
};

/** Use cases and the worker that they wake: a commit in this process need not wait for the worker's next look. */
function composeBackground({ stores, config, log, quotes, metrics }: BackgroundDeps): {
  readonly useCases: UseCases;
  readonly webhooks: WebhookUseCases;
  readonly worker: Worker;
} {
  let committed: Surroundings['onCommitted'] = () => undefined;
  const surroundings: Surroundings = {
    clock,
    log,
    metrics: metrics ?? noMetrics,
    ids: stores.ids,
    pause: async (milliseconds) => {
      await pause(milliseconds);
    },
    random: Math.random,
    stopwatch: () => performance.now(),
    quotes,
    pageSecrets,
    requestTimeoutMs: config.requestTimeoutMs,
    exportingIntegrations: new Set(config.exportingIntegrations),
    onCommitted: (rows) => {
      committed(rows);
    },
  };
  const useCases = composeUseCases(stores, surroundings);
  const webhooks = composeWebhooks(stores, {
    ...surroundings,
    isLoopbackAllowed: config.webhookAllowLoopback,
    exampleTimeoutMs: config.requestTimeoutMs / 2,
    onAttempt: surroundings.metrics.webhookAttempted,
  });
  const worker = makeWorker({
    ...useCases,
    deliverWebhooks: webhooks.deliverWebhooks,
    removeOldEvents: retentionOf(stores, config),
    log,
  });
  committed = worker.onCommitted;
  return { useCases, webhooks, worker };
}

function retentionOf(stores: Stores, { eventRetentionDays }: Config): RemoveOldEvents | null {
  if (eventRetentionDays === null) return null;
  return makeRemoveOldEvents({ ...stores, clock, retentionDays: eventRetentionDays });
}

type OperatorDeps = {
  readonly stores: Stores;
  readonly useCases: UseCases;
  readonly webhooks: WebhookUseCases;
  readonly hashes: ReturnType<typeof makeScryptSecretHashes>;
};

function operatorUseCases({ stores, useCases, webhooks, hashes }: OperatorDeps) {
  const clientDeps = { clients: stores.clients, hashes, generateSecret };
  const { organisationNow, drainOutbox } = useCases;
  const lookups = stores.imports;
  const importDeps = {
    ...stores,
    ...webhooks,
    lookups,
    secretHashes: hashes,
    organisationNow,
    drainOutbox,
    clock,
    // Of explicit changes: what it asks is asked of all that waits, and integrations are no matter of it.
    waitingPolicy: makePaywayPolicy({ behaviour: 'explicit', exportingIntegrations: new Set() }),
  };
  const addClient = makeAddClient(clientDeps);
  const rotateClientSecret = makeRotateClientSecret(clientDeps);
  return {
    addClient,
    delegateClient: makeDelegateClient({ addClient }),
    rotateDelegatedSecret: makeRotateDelegatedSecret({ ...clientDeps, rotateClientSecret }),
    listClients: makeListClients(clientDeps),
    disableClient: makeDisableClient(clientDeps),
    enableClient: makeEnableClient(clientDeps),
    rotateClientSecret,
    importOrganisations: makeImportOrganisations(importDeps),
    eraseAccount: makeEraseAccount({ ...stores, drainOutbox }),
    exportOrganisations: makeExportOrganisations({ ...stores, drainOutbox }),
    removeOrganisations: makeRemoveOrganisations(stores),
    verifyInstallation: makeVerifyInstallation({ ...stores, organisationNow, clock }),
  };
}

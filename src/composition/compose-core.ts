import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  makeDelegateClient,
  makeRotateDelegatedSecret,
} from '../application/authorization/delegate-clients.js';
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
import type { Log } from '../application/ports/log.js';
import { noMetrics, type Metrics } from '../application/ports/metrics.js';
import type { Clock } from '../application/ports/surroundings.js';
import {
  makeRemoveOldEvents,
  type RemoveOldEvents,
} from '../application/retention/remove-old-events.js';
import { makeVerifyInstallation } from '../application/verification/verify-installation.js';
import type { Config } from '../config/config.js';
import { makeJwtChangeQuotes } from '../credentials/jwt-change-quotes.js';
import { randomPageSecrets as pageSecrets } from '../credentials/random-page-secrets.js';
import { makeScryptSecretHashes } from '../credentials/scrypt-secret-hashes.js';
import type { TokenKeys } from '../credentials/token-keys.js';
import { makePaywayPolicy } from '../domain/change/payway/payway-policy.js';
import { toInstant } from '../domain/time/instant.js';
import { connect, type Database } from '../storage/connect.js';
import { openStores, type Stores } from '../storage/open-stores.js';
import { makeWorker, type Worker } from '../worker/worker.js';
import type { Surroundings } from './change-surroundings.js';
import { composeOperators } from './compose-operators.js';
import { composeTokens } from './compose-tokens.js';
import { composeUseCases, type UseCases } from './compose-use-cases.js';
import { composeWebhooks, type WebhookUseCases } from './compose-webhooks.js';

export type ComposeOptions = {
  readonly config: Config;
  readonly uri: string;
  readonly keys: TokenKeys;
  readonly log: Log;
};

/** What is told of how it goes; null: nothing is counted. */
type Counters =
  | (Metrics & {
      readonly databaseAnswered: NonNullable<Parameters<typeof connect>[0]['onCommand']>;
    })
  | null;

export type Core = Awaited<ReturnType<typeof composeCore>>;

const clock: Clock = { now: () => toInstant(Date.now()) };
const generateSecret = (): string => randomBytes(32).toString('base64url');

/**
 * Connects, and wires adapters → use cases: all that commands and processes have in common. Nothing of HTTP is loaded, so
 * that a command starts in half the time. Throws `StoreUnavailableError`.
 */
export async function composeCore({ config, uri, keys, log }: ComposeOptions, metrics: Counters) {
  const database = await connectTo(uri, { config, log, metrics });
  const stores = openStores(database);
  const hashes = makeScryptSecretHashes();
  const tokens = composeTokens({ config, keys, clock, log });
  const background = composeBackground({ stores, config, keys, log, metrics });
  const { useCases, webhooks } = background;
  return {
    ...background,
    ...{ database, stores, hashes, tokens, clock, pageSecrets },
    operatorCases: operatorUseCases({ stores, useCases, webhooks, hashes }),
    operators: composeOperators(stores, { clock, ids: stores.ids, log, pageSecrets }),
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

type BackgroundDeps = {
  readonly stores: Stores;
  readonly config: Config;
  readonly log: Log;
  readonly keys: TokenKeys;
  readonly metrics: Counters;
};

/** Use cases and the worker that they wake: a commit in this process need not wait for the worker's next look. */
function composeBackground({ stores, config, keys, log, metrics }: BackgroundDeps): {
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
    quotes: makeJwtChangeQuotes({ keys, clock }),
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

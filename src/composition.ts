import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { makeAuthenticate } from './application/authorization/authenticate.js';
import { makeIssueAccessToken } from './application/authorization/issue-access-token.js';
import {
  makeAddClient,
  makeDisableClient,
  makeEnableClient,
  makeListClients,
  makeRotateClientSecret,
} from './application/authorization/manage-clients.js';
import { makeImportOrganisations } from './application/import/import-organisations.js';
import { makeRemoveOrganisations } from './application/import/remove-organisations.js';
import { makeVerifyInstallation } from './application/verification/verify-installation.js';
import type { Clock } from './application/ports/clock.js';
import type { Log } from './application/ports/log.js';
import type { OperatorApplication } from './cli/command-deps.js';
import { composeUseCases, type UseCases } from './compose-use-cases.js';
import type { Config } from './config/config.js';
import { makeJwtAccessTokens } from './credentials/jwt-access-tokens.js';
import { makeScryptSecretHashes } from './credentials/scrypt-secret-hashes.js';
import type { TokenKeys } from './credentials/token-keys.js';
import { toInstant } from './domain/time/instant.js';
import { findRunning, start } from './embedded-mongo/index.js';
import { makeApp } from './http/app.js';
import { type HttpServer, makeHttpServer } from './http/server.js';
import { connect } from './storage/connect.js';
import { openStores, type Stores } from './storage/open-stores.js';
import { makeWorker, type Worker } from './worker/worker.js';

/** Everything, wired: what the commands use, and what the long-running processes start. */
export type Application = OperatorApplication & {
  readonly http: HttpServer;
  readonly worker: Worker;
  readonly stores: Stores;
};

export type ComposeOptions = {
  readonly config: Config;
  readonly uri: string;
  readonly keys: TokenKeys;
  readonly log: Log;
};

const clock: Clock = { now: () => toInstant(Date.now()) };
const generateSecret = (): string => randomBytes(32).toString('base64url');

/** A database to connect to; closing it stops it where it was started here. */
export type OpenedDatabase = { readonly uri: string; close(): Promise<void> };

type EmbeddedOptions = {
  /** Lets commands beside this process find the database. */
  readonly publish: boolean;
  readonly onWorkerDeath: (error: Error) => void;
};

/** The MongoDB of `MONGODB_URI`, or else the embedded one of `DATA_DIR`, started here. */
export async function openDatabase(
  { mongodbUri, dataDir }: Config,
  options: EmbeddedOptions,
): Promise<OpenedDatabase> {
  if (mongodbUri !== null) return { uri: mongodbUri, close: () => Promise.resolve() };
  return start({ path: dataDir, ...options });
}

/** The same for a command beside a server: what runs on `DATA_DIR` already is used, and left running. */
export async function joinDatabase(
  config: Config,
  options: EmbeddedOptions,
): Promise<OpenedDatabase> {
  const running = config.mongodbUri === null ? await findRunning(config.dataDir) : null;
  if (running === null) return openDatabase(config, options);
  return { uri: running.uri, close: () => Promise.resolve() };
}

/** The embedded database alone, on TCP, for outside tools. */
export async function openDatabaseOnPort(
  { dataDir }: Config,
  { port, onWorkerDeath }: { port: number } & Pick<EmbeddedOptions, 'onWorkerDeath'>,
): Promise<OpenedDatabase> {
  return start({ path: dataDir, listen: { kind: 'tcp', port }, onWorkerDeath });
}

/** For each address: every one costs a hash of some 50 ms. */
const tokenRequestsPerMinute = 120;

/** Connects, and wires adapters → use cases → http and worker. Throws `StoreUnavailableError`. */
export async function compose({ config, uri, keys, log }: ComposeOptions): Promise<Application> {
  const { requestTimeoutMs } = config;
  const database = await connect({ uri, requestTimeoutMs });
  const stores = openStores(database);
  const hashes = makeScryptSecretHashes();
  const tokens = makeJwtAccessTokens({
    keys,
    issuer: config.tokenIssuer,
    audience: config.tokenAudience,
    clock,
  });
  const { useCases, worker } = composeBackground({ stores, config, log });
  const app = makeApp({
    ...useCases,
    log,
    authenticate: makeAuthenticate({ tokens, clients: stores.clients, clock }),
    issueAccessToken: makeIssueAccessToken({ clients: stores.clients, hashes, tokens }),
    rateLimitPerMinute: config.rateLimitPerMinute,
    tokenRequestsPerMinute: Math.min(config.rateLimitPerMinute, tokenRequestsPerMinute),
    requestTimeoutMs,
    trustedProxies: [],
  });
  return {
    ...operatorUseCases({ stores, useCases, hashes }),
    clock,
    organisations: stores.organisations,
    clients: stores.clients,
    outboxes: stores.outboxes,
    accessTokens: tokens,
    readTestClock: useCases.readTestClock,
    setTestClock: useCases.setTestClock,
    http: makeHttpServer(app, httpLimits(config)),
    worker,
    stores,
    close: () => database.close(),
  };
}

type BackgroundDeps = { readonly stores: Stores; readonly config: Config; readonly log: Log };

/** Use cases and the worker that they wake: a commit in this process need not wait for the worker's next look. */
function composeBackground({ stores, config, log }: BackgroundDeps): {
  readonly useCases: UseCases;
  readonly worker: Worker;
} {
  let wake = (): void => undefined;
  const useCases = composeUseCases(stores, {
    clock,
    log,
    ids: stores.ids,
    pause: async (milliseconds) => {
      await pause(milliseconds);
    },
    random: Math.random,
    exportingIntegrations: new Set(config.exportingIntegrations),
    onCommitted: () => {
      wake();
    },
  });
  const worker = makeWorker({ ...useCases, log });
  wake = worker.onCommitted;
  return { useCases, worker };
}

function httpLimits({ requestTimeoutMs, shutdownTimeoutMs }: Config) {
  return {
    headersTimeoutMs: requestTimeoutMs,
    requestTimeoutMs: 2 * requestTimeoutMs,
    keepAliveTimeoutMs: 65_000,
    idleTimeoutMs: 70_000,
    drainGraceMs: Math.min(500, shutdownTimeoutMs / 4),
    shutdownTimeoutMs: shutdownTimeoutMs * 0.8,
  };
}

type OperatorDeps = {
  readonly stores: Stores;
  readonly useCases: UseCases;
  readonly hashes: ReturnType<typeof makeScryptSecretHashes>;
};

function operatorUseCases({ stores, useCases, hashes }: OperatorDeps) {
  const clientDeps = { clients: stores.clients, hashes, generateSecret };
  const { organisationNow, drainOutbox } = useCases;
  return {
    addClient: makeAddClient(clientDeps),
    listClients: makeListClients(clientDeps),
    disableClient: makeDisableClient(clientDeps),
    enableClient: makeEnableClient(clientDeps),
    rotateClientSecret: makeRotateClientSecret(clientDeps),
    importOrganisations: makeImportOrganisations({
      ...stores,
      lookups: stores.imports,
      secretHashes: hashes,
      organisationNow,
      drainOutbox,
      clock,
    }),
    removeOrganisations: makeRemoveOrganisations(stores),
    verifyInstallation: makeVerifyInstallation({ ...stores, organisationNow, clock }),
  };
}

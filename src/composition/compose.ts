import { createRequire } from 'node:module';
import { makeAuthenticate } from '../application/authorization/authenticate.js';
import { makeIssueAccessToken } from '../application/authorization/issue-access-token.js';
import type { Log } from '../application/ports/log.js';
import { makeReadBacklog } from '../application/verification/read-backlog.js';
import type { OperatorApplication } from '../cli/operator-application.js';
import { makeApp } from '../http/app.js';
import type { HttpServer } from '../http/core/server/socket-server.js';
import { makeMetricsServer, type MetricsServer } from '../http/metrics-server.js';
import { makeHttpServer } from '../http/server.js';
import { makeMetrics, type ProcessMetrics } from '../observability/metrics.js';
import type { Stores } from '../storage/open-stores.js';
import type { Worker } from '../worker/worker.js';
import { composeCore, type ComposeOptions, type Core } from './compose-core.js';
import { operatorApplicationOf } from './compose-operator-application.js';
import { composeLogIn } from './compose-operators.js';
import { composePages } from './compose-pages.js';
import { appSettings, httpLimits } from './http-settings.js';
import { logInParts } from './log-in-parts.js';
import { makePortalAddress } from './portal-address.js';

/** Everything, wired: what the commands use, and what the long-running processes start. */
export type Application = OperatorApplication & {
  readonly http: HttpServer;
  /** Null where metrics are off. */
  readonly metrics: MetricsServer | null;
  readonly worker: Worker;
  readonly stores: Stores;
};

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

/** Connects, and wires adapters → use cases → http and worker. Throws `StoreUnavailableError`. */
export async function compose(options: ComposeOptions): Promise<Application> {
  const { config, log } = options;
  const metrics = config.metricsPort === 0 ? null : makeMetrics();
  const core = await composeCore(options, metrics);
  const { database, stores, worker } = core;
  const metricsServer = metrics && serveMetrics(core, metrics, log);
  return {
    ...operatorApplicationOf(core),
    http: composeHttp(core, { options, metrics }),
    metrics: metricsServer,
    ...{ worker, stores },
    close: async () => {
      await metricsServer?.close();
      await database.close();
    },
  };
}

type Served = { readonly options: ComposeOptions; readonly metrics: ProcessMetrics | null };

function composeHttp(core: Core, { options, metrics }: Served): HttpServer {
  const { config, log } = options;
  const {
    stores,
    useCases,
    webhooks,
    operatorCases,
    operators,
    hashes,
    tokens,
    clock,
    pageSecrets,
  } = core;
  const { clients } = stores;
  const { portalBaseUrl, toldBy } = makePortalAddress(config);
  const logIn = composeLogIn(
    stores,
    { clock, pageSecrets, ids: stores.ids },
    logInParts({ ...options, clock }),
  );
  const consoleCases = {
    ...useCases,
    ...webhooks,
    ...operatorCases,
    ...operators,
    ...logIn,
    portalBaseUrl,
  };
  const app = makeApp({
    ...{ ...useCases, ...webhooks, ...operatorCases, log },
    authenticate: makeAuthenticate({ tokens, clients, clock }),
    issueAccessToken: makeIssueAccessToken({ clients, hashes, tokens }),
    ...appSettings(config),
    portalBaseUrl,
    version,
    pages: composePages({ config, log, useCases, consoleCases, clock, ...stores }),
    ...(metrics === null ? {} : { onRequestEnded: metrics.requestEnded }),
  });
  return toldBy(makeHttpServer(app, httpLimits(config)));
}

function serveMetrics(
  { stores, useCases: { organisationNow }, clock }: Core,
  metrics: ProcessMetrics,
  log: Log,
): MetricsServer {
  metrics.watchBacklog(makeReadBacklog({ ...stores, organisationNow, clock }));
  return makeMetricsServer({ read: metrics.read, log });
}

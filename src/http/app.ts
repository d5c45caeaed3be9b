import express, { type Express, type Router } from 'express';
import helmet from 'helmet';
import type { Log } from '../application/ports/log.js';
import type { CheckReadiness } from '../application/verification/check-readiness.js';
import { makeAuthorizationRouter, type AuthorizationDeps } from './authorization/router.js';
import { makeDialectOf } from './core/dialect.js';
import { mountEndpoints, type MountDeps } from './core/mount/mount-endpoints.js';
import { makeDocsRouter } from './docs/router.js';
import { makeHealthRouter } from './health/router.js';
import { makeAnswerFailure } from './middleware/answer-failure.js';
import { makeAnswerable } from './middleware/answerable.js';
import { type EndedRequest, makeRequestEnded } from './middleware/request-ended.js';
import { requestId } from './middleware/request-id.js';
import { makeRequestLog } from './middleware/request-log.js';
import { makeRequestTimeout } from './middleware/request-timeout.js';
import { unknownRoute } from './middleware/unknown-route.js';
import { outsideDialect } from './outside-dialect.js';
import { paywayDialect } from './payway/dialect.js';
import { paywayDocumentation } from './payway/documentation.js';
import { makePaywayEndpoints, type PaywayDeps } from './payway/endpoints.js';
import {
  makePortalSessionEndpoints,
  type PortalSessionsDeps,
} from './payway/endpoints/portal-sessions.js';
import { productGroupsDialect } from './product-groups/dialect.js';
import { productGroupsDocumentation } from './product-groups/documentation.js';
import { makeProductGroupsEndpoints, type ProductGroupsDeps } from './product-groups/endpoints.js';
import { makeWelcomeRouter } from './welcome/router.js';
import { makeWelcome } from './welcome/welcome.js';

export type AppDeps = PaywayDeps &
  PortalSessionsDeps &
  ProductGroupsDeps &
  MountDeps &
  AuthorizationDeps & {
    readonly checkReadiness: CheckReadiness;
    readonly log: Log;
    readonly requestTimeoutMs: number;
    /** What clients put before the paths of the API; null: the address that a request reached. */
    readonly publicBaseUrl: string | null;
    /** Of this product, for the API document. */
    readonly version: string;
    /** Addresses and networks whose `X-Forwarded-For` is believed; none by default. */
    readonly trustedProxies: readonly string[];
    /** The pages of portal and console, which have guards, headers and failures of their own. */
    readonly pages: readonly Router[];
    /** Told of every request that is over, for metrics. */
    readonly onRequestEnded?: (request: EndedRequest) => void;
  };

const ignored = (): void => undefined;

/** Everything that answers HTTP, in the order in which a request is looked at. */
export function makeApp(deps: AppDeps): Express {
  const app = express();
  const apis = [
    {
      dialect: paywayDialect,
      documentation: paywayDocumentation,
      endpoints: [...makePaywayEndpoints(deps), ...makePortalSessionEndpoints(deps)],
    },
    {
      dialect: productGroupsDialect,
      documentation: productGroupsDocumentation,
      endpoints: makeProductGroupsEndpoints(deps),
    },
  ];
  const dialectOf = makeDialectOf(
    apis.map((it) => it.dialect),
    outsideDialect,
  );
  app.disable('etag');
  app.disable('x-powered-by');
  app.enable('case sensitive routing');
  app.set('trust proxy', [...deps.trustedProxies]);

  app.use(requestId);
  app.use(makeRequestEnded([makeRequestLog(deps.log), deps.onRequestEnded ?? ignored]));
  if (deps.pages.length > 0) app.use(...deps.pages);
  app.use(helmet());
  app.use(makeAnswerable(dialectOf));
  app.use(makeRequestTimeout(deps.requestTimeoutMs, dialectOf));
  app.use(makeWelcomeRouter(makeWelcome(deps.version)));
  app.use('/health', makeHealthRouter(deps));
  app.use('/api/authorization', makeAuthorizationRouter(deps));
  app.use(makeDocsRouter({ ...deps, apis }));
  app.use(mountEndpoints(apis, deps));
  app.use(unknownRoute);
  app.use(makeAnswerFailure(deps.log, dialectOf));
  return app;
}

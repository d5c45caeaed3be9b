import express, { type Express } from 'express';
import helmet from 'helmet';
import type { Log } from '../application/ports/log.js';
import { makeAuthorizationRouter, type AuthorizationDeps } from './authorization/router.js';
import { makeHealthRouter } from './health/router.js';
import { makeLastError } from './middleware/last-error.js';
import { requestId } from './middleware/request-id.js';
import { makeRequestTimeout } from './middleware/request-timeout.js';
import { unknownRoute } from './middleware/unknown-route.js';
import { makePaywayRouter, type PaywayDeps } from './payway/router.js';
import type { CheckReadiness } from '../application/verification/check-readiness.js';

export type AppDeps = PaywayDeps &
  AuthorizationDeps & {
    readonly checkReadiness: CheckReadiness;
    readonly log: Log;
    readonly requestTimeoutMs: number;
    /** Addresses and networks whose `X-Forwarded-For` is believed; none by default. */
    readonly trustedProxies: readonly string[];
  };

/** Everything that answers HTTP, in the order in which a request is looked at. */
export function makeApp(deps: AppDeps): Express {
  const app = express();
  app.disable('etag');
  app.disable('x-powered-by');
  app.enable('case sensitive routing');
  app.set('trust proxy', [...deps.trustedProxies]);

  app.use(requestId);
  app.use(helmet());
  app.use(makeRequestTimeout(deps.requestTimeoutMs));
  app.use('/health', makeHealthRouter(deps));
  app.use('/api/authorization', makeAuthorizationRouter(deps));
  app.use('/external/api/v1', makePaywayRouter(deps));
  app.use(unknownRoute);
  app.use(makeLastError(deps.log));
  return app;
}

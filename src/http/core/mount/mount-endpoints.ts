import { Router, type Request, type RequestHandler, type Response } from 'express';
import type { Authenticate } from '../../../application/authorization/authenticate.js';
import type { RunOnce } from '../../../application/idempotency/run-once.js';
import { answerJson, answerText } from '../answer-json.js';
import { callerOf, makeBearerToken } from '../checks/bearer-token.js';
import { sentBodyOf } from '../checks/body-schema-rules.js';
import { queryOf } from '../checks/field-rules.js';
import { makeCrossOrigin } from '../checks/cross-origin.js';
import { makeOtherMethods } from '../checks/other-methods.js';
import { makeClientRateLimit } from '../checks/rate-limit.js';
import { readWriteHeaders } from '../checks/write-headers.js';
import type { Dialect } from '../dialect.js';
import {
  type Endpoint,
  type EndpointAnswer,
  type EndpointRequest,
  isRefused,
  type Refused,
} from '../endpoint.js';
import { type Failure, isFailure } from '../failure.js';
import { answerOnce } from './answer-once.js';
import { checksOf } from './checks-of.js';
import { keyedRequestOf } from './keyed-request.js';

export type MountDeps = {
  readonly authenticate: Authenticate;
  readonly rateLimitPerMinute: number;
  readonly runOnce: RunOnce;
  /** Whose pages may ask, from a browser, what is for the token of an account; nobody's where it is absent. */
  readonly corsOrigins?: readonly string[];
};

/** One API: what it says in its own way, and its endpoints. */
export type MountedDialect = { readonly dialect: Dialect; readonly endpoints: readonly Endpoint[] };

/**
 * A router that answers exactly what these descriptions say, in this order: token, rate limit, then what `checksOf`
 * lists, the headers of a write, and the endpoint itself. A client's rate is one over all APIs.
 */
export function mountEndpoints(apis: readonly MountedDialect[], deps: MountDeps): Router {
  const router = Router({ caseSensitive: true });
  const { corsOrigins = [] } = deps;
  const token = makeBearerToken(deps.authenticate);
  const rateLimit = makeClientRateLimit(deps.rateLimitPerMinute);
  for (const { dialect, endpoints } of apis) {
    for (const path of new Set(endpoints.map((it) => it.path))) {
      const own = endpoints.filter((it) => it.path === path);
      const route = router.route(path.replace(/\{(\w+)\}/g, ':$1'));
      const methods = allowedMethods(own);
      if (corsOrigins.length > 0 && own.every((it) => it.needsIdentity)) {
        route.all(makeCrossOrigin(corsOrigins, methods));
      }
      for (const endpoint of own) {
        const answer = makeAnswer({ endpoint, dialect, runOnce: deps.runOnce });
        route[endpoint.method](token, rateLimit, ...checksOf(endpoint, dialect), answer);
      }
      route.all(makeOtherMethods(methods));
    }
  }
  return router;
}

function allowedMethods(endpoints: readonly Endpoint[]): string {
  const methods = endpoints.flatMap(({ method }) =>
    method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()],
  );
  return methods.join(', ');
}

type Answering = {
  readonly endpoint: Endpoint;
  readonly dialect: Dialect;
  readonly runOnce: RunOnce;
};

function makeAnswer({ endpoint, dialect, runOnce }: Answering): RequestHandler {
  const requestOf = makeRequestOf(endpoint, dialect);
  return async (req, res, next) => {
    const request = requestOf(req, res);
    if (isFailure(request)) {
      next(request);
      return;
    }
    const answer =
      endpoint.keeps === 'in_record'
        ? await answerOnce(endpoint, request, runOnce)
        : await endpoint.handle(request);
    res.locals.audit = dialect.auditOf(request, answer);
    if (isRefused(answer)) next(answer);
    else send(res, answer);
  };
}

/** What the checks have left in the request, as the endpoint is to get it. */
function makeRequestOf(endpoint: Endpoint, dialect: Dialect) {
  const none = { key: null, ifMatch: null };
  return (req: Request, res: Response): EndpointRequest | Failure => {
    const headers = endpoint.keeps === undefined ? none : readWriteHeaders(req.headers);
    if (isFailure(headers)) return headers;
    const { key, ifMatch } = headers;
    const caller = callerOf(res);
    const params = req.params as EndpointRequest['params'];
    const body = endpoint.body === undefined ? null : (req.body as EndpointRequest['body']);
    const keyed = key === null ? null : keyedRequestOf({ endpoint, caller, key, params, body });
    const answerOf: EndpointRequest['guards']['answerOf'] = ({ id }) =>
      dialect.keptAnswer(id, endpoint);
    const guards = { keyed, ifMatch, answerOf };
    const sent = { query: queryOf(res), body: body ?? {}, sentBody: sentBodyOf(res) };
    return { caller, params, ...sent, guards, chosenId: null };
  };
}

function send(res: Response, answer: Exclude<EndpointAnswer, Refused>): void {
  if ('body' in answer) {
    answerJson(res, answer.status, answer.body);
    return;
  }
  if (answer.isReplay) res.setHeader('Idempotent-Replayed', 'true');
  answerText(res, answer.status, { text: answer.text });
}

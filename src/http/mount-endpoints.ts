import { Router, type Request, type RequestHandler, type Response } from 'express';
import type { Authenticate } from '../application/authorization/authenticate.js';
import type { RunOnce } from '../application/idempotency/run-once.js';
import { answerJson, answerText } from './answer-json.js';
import type { Endpoint, EndpointAnswer, EndpointRequest } from './endpoint.js';
import { auditOf } from './audit-of.js';
import { answerOnce } from './answer-once.js';
import { makeBearerToken, callerOf } from './middleware/bearer-token.js';
import { makeFieldRules } from './middleware/field-rules.js';
import { makeJsonBody } from './middleware/json-body.js';
import { makeOtherMethods } from './middleware/other-methods.js';
import { queryParametersOf } from './middleware/query-parameters.js';
import { makeClientRateLimit } from './middleware/rate-limit.js';
import { makeRequiredIdentity, makeRequiredScope } from './middleware/required-scope.js';
import { readWriteHeaders } from './middleware/write-headers.js';
import { keyedRequestOf } from './keyed-request.js';
import { isProblem, type Problem } from './problem.js';

export type MountDeps = {
  readonly authenticate: Authenticate;
  readonly rateLimitPerMinute: number;
  readonly runOnce: RunOnce;
};

/**
 * A router that answers exactly what these descriptions say, in the order of spec/payway-api.md §2: token, rate limit,
 * scope, content type, JSON, unknown fields, field rules, headers of a write; then the endpoint itself.
 */
export function mountEndpoints(endpoints: readonly Endpoint[], deps: MountDeps): Router {
  const router = Router({ caseSensitive: true });
  const token = makeBearerToken(deps.authenticate);
  const rateLimit = makeClientRateLimit(deps.rateLimitPerMinute);
  for (const path of new Set(endpoints.map((it) => it.path))) {
    const own = endpoints.filter((it) => it.path === path);
    const route = router.route(path.replace(/\{(\w+)\}/g, ':$1'));
    for (const endpoint of own) {
      route[endpoint.method](token, rateLimit, ...checksOf(endpoint), makeAnswer(endpoint, deps));
    }
    route.all(makeOtherMethods(allowedMethods(own)));
  }
  return router;
}

function allowedMethods(endpoints: readonly Endpoint[]): string {
  const methods = endpoints.flatMap(({ method }) =>
    method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()],
  );
  return methods.join(', ');
}

function checksOf({ scope, needsIdentity, body, query }: Endpoint): RequestHandler[] {
  return [
    makeRequiredScope(scope),
    ...(needsIdentity ? [makeRequiredIdentity()] : []),
    ...(body === undefined ? [] : [makeJsonBody(), makeFieldRules(body)]),
    ...(query === undefined ? [] : [makeFieldRules(query, queryParametersOf)]),
  ];
}

function makeAnswer(endpoint: Endpoint, { runOnce }: MountDeps): RequestHandler {
  return async (req, res, next) => {
    const request = requestOf(endpoint, req, res);
    const answer = isProblem(request)
      ? request
      : endpoint.keeps === 'in_record'
        ? await answerOnce(endpoint, request, runOnce)
        : await endpoint.handle(request);
    if (!isProblem(request)) res.locals.audit = auditOf(request, answer);
    if (isProblem(answer)) next(answer);
    else send(res, answer);
  };
}

function requestOf(endpoint: Endpoint, req: Request, res: Response) {
  const { keeps } = endpoint;
  const none = { key: null, ifMatch: null };
  const headers = keeps === undefined ? none : readWriteHeaders(req.headers);
  if (isProblem(headers)) return headers;
  const caller = callerOf(res);
  const params = req.params as Record<string, string>;
  const query = endpoint.query === undefined ? {} : queryParametersOf(req);
  const { key } = headers;
  const body = req.body as unknown;
  const keyed = key === null ? null : keyedRequestOf({ endpoint, caller, key, params, body });
  const { status } = endpoint.answer;
  return {
    caller,
    params,
    query: query as EndpointRequest['query'],
    body,
    guards: {
      keyed,
      ifMatch: headers.ifMatch,
      answerOf: (id) => ({ status, body: JSON.stringify({ id }) }),
    },
    chosenId: null,
  } satisfies EndpointRequest;
}

function send(res: Response, answer: Exclude<EndpointAnswer, Problem>): void {
  if ('body' in answer) {
    answerJson(res, answer.status, answer.body);
    return;
  }
  if (answer.isReplay) res.setHeader('Idempotent-Replayed', 'true');
  answerText(res, answer.status, answer.text);
}

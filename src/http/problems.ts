import { makeFaultProblem, type Problem } from './problem.js';

/** The failures that every endpoint shares (spec/payway-api.md §1), made once. */
export const problems = {
  invalidContentType: makeFaultProblem(400, [
    {
      code: 'invalid_content_type_error',
      message: 'Content-Type must be application/json in UTF-8',
    },
  ]),
  jsonParser: makeFaultProblem(400, [
    { code: 'json_parser_error', message: 'The request body must be a JSON object' },
  ]),
  badRequest: makeFaultProblem(400, [
    { code: 'bad_request', message: 'The request could not be understood' },
  ]),
  noToken: makeFaultProblem(
    401,
    [{ code: 'unauthorized', message: 'An access token is required' }],
    { 'WWW-Authenticate': 'Bearer realm="external"' },
  ),
  invalidToken: makeFaultProblem(
    401,
    [{ code: 'unauthorized', message: 'The access token is malformed, expired or revoked' }],
    { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
  ),
  identityRequired: makeFaultProblem(403, [
    { code: 'identity_required', message: 'The access token names no account' },
  ]),
  unknownRoute: makeFaultProblem(404, [
    { code: 'not_found', message: 'There is nothing at this address' },
  ]),
  requestTimedOut: makeFaultProblem(
    408,
    [{ code: 'request_timeout', message: 'The request took too long to arrive' }],
    { Connection: 'close' },
  ),
  versionMismatch: makeFaultProblem(412, [
    { code: 'version_mismatch', message: 'The user product has changed since' },
  ]),
  payloadTooLarge: makeFaultProblem(413, [
    { code: 'payload_too_large', message: 'The request body must be at most 100 kB' },
  ]),
  keyReused: makeFaultProblem(422, [
    {
      code: 'idempotency_key_reused',
      message: 'The Idempotency-Key was used for another request',
    },
  ]),
  tooManyRequests: makeFaultProblem(429, [
    { code: 'too_many_requests', message: 'Too many requests: try again later' },
  ]),
  internal: makeFaultProblem(500, [
    { code: 'internal_server_error', message: 'An unexpected error has occurred' },
  ]),
} as const satisfies Record<string, Problem>;

/** 403: the token does not hold this scope (RFC 6750 §3.1). */
export function insufficientScope(scope: string): Problem {
  return makeFaultProblem(
    403,
    [{ code: 'insufficient_scope', message: `The access token lacks the scope ${scope}` }],
    { 'WWW-Authenticate': `Bearer error="insufficient_scope", scope="${scope}"` },
  );
}

/** 405, with the methods that this address knows. */
export function methodNotAllowed(allowed: string): Problem {
  return makeFaultProblem(
    405,
    [{ code: 'method_not_allowed', message: `This address answers ${allowed}` }],
    { Allow: allowed },
  );
}

/** 503: nothing is claimed about the request; the same may be sent again after so many seconds. */
export function unavailable(retryAfterSeconds: number): Problem {
  return makeFaultProblem(
    503,
    [
      {
        code: 'service_unavailable',
        message: 'The service is unavailable at the moment: try again later',
      },
    ],
    { 'Retry-After': String(retryAfterSeconds) },
  );
}

/** 409: a request under the same `Idempotency-Key` is still under way, and may be for so many seconds. */
export function keyInUse(retryAfterSeconds: number): Problem {
  return makeFaultProblem(
    409,
    [
      {
        code: 'idempotency_key_in_use',
        message: 'A request under this Idempotency-Key is under way',
      },
    ],
    { 'Retry-After': String(retryAfterSeconds) },
  );
}

/** 429: this user product keeps as many answers of the last 24 hours as it can (design.md §3). */
export function tooManyKeys(retryAfterSeconds: number): Problem {
  return makeFaultProblem(
    429,
    [
      {
        code: 'too_many_idempotency_keys',
        message: 'Too many keys were used on this user product within 24 hours',
      },
    ],
    { 'Retry-After': String(retryAfterSeconds) },
  );
}

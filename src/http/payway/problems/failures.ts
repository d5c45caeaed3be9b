import type { ProblemTable } from '../../core/dialect.js';
import type { Problem } from '../../core/problem.js';
import type { ErrorCode } from './error-codes.js';
import { makeFaultProblem } from './fault-problem.js';
import { toFault } from './field-fault.js';

function always(code: ErrorCode, message: string, headers: Problem['headers'] = {}) {
  const problem = makeFaultProblem([{ code, message }], headers);
  return () => problem;
}

function retryAfter(code: ErrorCode, message: string) {
  return ({ retryAfterSeconds }: { readonly retryAfterSeconds: number }) =>
    makeFaultProblem([{ code, message }], { 'Retry-After': String(retryAfterSeconds) });
}

/**
 * The failures that every endpoint shares (docs/spec/payway-api.md §1), in Payway's words. Status, meaning and remedy
 * of each code stand in `error-codes.ts`. A new failure does not compile until it is answered here.
 */
export const paywayProblems = {
  unreadable: always('bad_request', 'The request could not be understood'),
  headers_too_large: always('headers_too_large', 'The request headers are too large'),
  request_timed_out: always('request_timeout', 'The request took too long to arrive', {
    Connection: 'close',
  }),
  unmet_expectation: always('expectation_failed', 'The request expects what is not done here'),
  unknown_route: always('not_found', 'There is nothing at this address'),
  method_not_allowed: ({ allowed }) =>
    makeFaultProblem([{ code: 'method_not_allowed', message: `This address answers ${allowed}` }], {
      Allow: allowed,
    }),
  no_token: always('unauthorized', 'An access token is required', {
    'WWW-Authenticate': 'Bearer realm="external"',
  }),
  invalid_token: always('unauthorized', 'The access token is malformed, expired or revoked', {
    'WWW-Authenticate': 'Bearer error="invalid_token"',
  }),
  /** RFC 6750 §3.1. */
  insufficient_scope: ({ scope }) =>
    makeFaultProblem(
      [{ code: 'insufficient_scope', message: `The access token lacks the scope ${scope}` }],
      { 'WWW-Authenticate': `Bearer error="insufficient_scope", scope="${scope}"` },
    ),
  identity_required: always('identity_required', 'The access token names no account'),
  identity_not_allowed: always(
    'identity_not_allowed',
    'This address is not for the token of an account',
  ),
  too_many_requests: always('too_many_requests', 'Too many requests: try again later'),
  wrong_content_type: always(
    'invalid_content_type_error',
    'Content-Type must be application/json in UTF-8',
  ),
  body_too_large: always('payload_too_large', 'The request body must be at most 100 kB'),
  not_json: always('json_parser_error', 'The request body must be a JSON object'),
  faulty_fields: ({ part, faults: [first, ...others] }) =>
    makeFaultProblem([toFault(part, first), ...others.map((it) => toFault(part, it))]),
  version_mismatch: always('version_mismatch', 'The user product has changed since'),
  key_reused: always('idempotency_key_reused', 'The Idempotency-Key was used for another request'),
  key_in_use: retryAfter(
    'idempotency_key_in_use',
    'A request under this Idempotency-Key is under way',
  ),
  too_many_keys: retryAfter(
    'too_many_idempotency_keys',
    'Too many keys were used on this user product within 24 hours',
  ),
  beyond_calendar: always('date_beyond_calendar', 'A period would end after the year 9999'),
  set_aside: always(
    'user_product_set_aside',
    'The product is set aside until an operator has looked at it',
  ),
  unavailable: retryAfter(
    'service_unavailable',
    'The service is unavailable at the moment: try again later',
  ),
  internal: always('internal_server_error', 'An unexpected error has occurred'),
} as const satisfies ProblemTable;

import type { ProblemTable } from '../../core/dialect.js';
import type { Problem } from '../../core/problem.js';
import type { FailureCode } from './failure-codes.js';
import { problemDetails } from './problem-details.js';
import { invalidInput, violationsProblem } from './violations-problem.js';

function constantly(code: FailureCode, detail: string, headers: Problem['headers'] = {}) {
  const problem = problemDetails(code, detail, { headers });
  return () => problem;
}

function comeBack(code: FailureCode, detail: string) {
  return ({ retryAfterSeconds }: { readonly retryAfterSeconds: number }) =>
    problemDetails(code, detail, { headers: { 'Retry-After': String(retryAfterSeconds) } });
}

/** One answer for what is unknown, another's, or no id (docs/spec/product-groups-api.md §1). */
export const resourceNotFound = problemDetails('not_found', 'Resource not found');

const notThere = () => resourceNotFound;

/**
 * The failures that every address shares, in the words of this dialect (docs/spec/product-groups-api.md §1). Status,
 * meaning and remedy of each code stand in `shared-failures.ts`. A new failure does not compile until it is answered here.
 */
export const productGroupsProblems = {
  unreadable: constantly('invalid_input', 'Invalid input\nThe request could not be understood'),
  headers_too_large: constantly('headers_too_large', 'The request headers are too large'),
  request_timed_out: constantly('request_timeout', 'The request took too long to arrive', {
    Connection: 'close',
  }),
  unmet_expectation: constantly('expectation_failed', 'The request expects what is not done here'),
  unknown_route: notThere,
  method_not_allowed: ({ allowed }) =>
    problemDetails('method_not_allowed', `This address answers ${allowed}`, {
      headers: { Allow: allowed },
    }),
  no_token: constantly('unauthorized', 'An access token is required', {
    'WWW-Authenticate': 'Bearer realm="external"',
  }),
  invalid_token: constantly('unauthorized', 'The access token is malformed, expired or revoked', {
    'WWW-Authenticate': 'Bearer error="invalid_token"',
  }),
  insufficient_scope: ({ scope }) =>
    problemDetails('insufficient_scope', `The access token lacks the permission ${scope}`, {
      headers: { 'WWW-Authenticate': `Bearer error="insufficient_scope", scope="${scope}"` },
    }),
  /** No address here asks for one. */
  identity_required: notThere,
  /** A token that names an account sees what is that account's: elsewhere there is nothing for it. */
  identity_not_allowed: notThere,
  too_many_requests: constantly('too_many_requests', 'Too many requests: try again later'),
  wrong_content_type: constantly(
    'invalid_input',
    'Invalid input\nContent-Type must be application/json in UTF-8',
  ),
  body_too_large: constantly('payload_too_large', 'The request body must be at most 100 kB'),
  not_json: constantly('invalid_input', 'Invalid input\nThe request body must be a JSON object'),
  faulty_fields: ({ part, faults }) => {
    // A name that is there twice keeps a body from being read at all.
    const isRead = part === 'body' && faults.every((it) => it.fault !== 'repeated');
    return isRead ? violationsProblem(faults) : invalidInput(faults);
  },
  version_mismatch: constantly('version_mismatch', 'It has changed since'),
  key_reused: constantly(
    'idempotency_key_reused',
    'The Idempotency-Key was used for another request',
  ),
  key_in_use: comeBack(
    'idempotency_key_in_use',
    'A request under this Idempotency-Key is under way',
  ),
  too_many_keys: comeBack(
    'too_many_idempotency_keys',
    'Too many keys were used on this subscription item within 24 hours',
  ),
  beyond_calendar: constantly('date_beyond_calendar', 'A period would end after the year 9999'),
  set_aside: constantly(
    'item_set_aside',
    'The subscription item is set aside until an operator has looked at it',
  ),
  unavailable: comeBack(
    'service_unavailable',
    'The service is unavailable at the moment: try again later',
  ),
  internal: constantly('internal_server_error', 'An unexpected error has occurred'),
} as const satisfies ProblemTable;

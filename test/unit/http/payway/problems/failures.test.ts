import { expect, test } from '@jest/globals';
import { problemIn } from '../../../../../src/http/core/dialect.js';
import { type Failure, failed } from '../../../../../src/http/core/failure.js';
import { paywayProblems } from '../../../../../src/http/payway/problems/failures.js';

const worded = (failure: Failure) => {
  const { status, body, headers } = problemIn({ problems: paywayProblems }, failure);
  return [status, body, headers];
};
const bearer = (challenge: string) => ({ 'WWW-Authenticate': `Bearer ${challenge}` });

/** docs/spec/payway-api.md §1: status, code, message and headers, byte for byte. */
const rows = [
  [failed('unreadable'), 400, 'bad_request', 'The request could not be understood', {}],
  [
    failed('unmet_expectation'),
    417,
    'expectation_failed',
    'The request expects what is not done here',
    {},
  ],
  [failed('headers_too_large'), 431, 'headers_too_large', 'The request headers are too large', {}],
  [
    failed('request_timed_out'),
    408,
    'request_timeout',
    'The request took too long to arrive',
    { Connection: 'close' },
  ],
  [failed('unknown_route'), 404, 'not_found', 'There is nothing at this address', {}],
  [
    failed('method_not_allowed', { allowed: 'GET, HEAD' }),
    405,
    'method_not_allowed',
    'This address answers GET, HEAD',
    { Allow: 'GET, HEAD' },
  ],
  [
    failed('no_token'),
    401,
    'unauthorized',
    'An access token is required',
    bearer('realm="external"'),
  ],
  [
    failed('invalid_token'),
    401,
    'unauthorized',
    'The access token is malformed, expired or revoked',
    bearer('error="invalid_token"'),
  ],
  [
    failed('insufficient_scope', { scope: '/a/w' }),
    403,
    'insufficient_scope',
    'The access token lacks the scope /a/w',
    bearer('error="insufficient_scope", scope="/a/w"'),
  ],
  [failed('identity_required'), 403, 'identity_required', 'The access token names no account', {}],
  [
    failed('identity_not_allowed'),
    403,
    'identity_not_allowed',
    'This address is not for the token of an account',
    {},
  ],
  [failed('too_many_requests'), 429, 'too_many_requests', 'Too many requests: try again later', {}],
  [
    failed('wrong_content_type'),
    400,
    'invalid_content_type_error',
    'Content-Type must be application/json in UTF-8',
    {},
  ],
  [
    failed('body_too_large'),
    413,
    'payload_too_large',
    'The request body must be at most 100 kB',
    {},
  ],
  [failed('not_json'), 400, 'json_parser_error', 'The request body must be a JSON object', {}],
  [failed('version_mismatch'), 412, 'version_mismatch', 'The user product has changed since', {}],
  [
    failed('key_reused'),
    422,
    'idempotency_key_reused',
    'The Idempotency-Key was used for another request',
    {},
  ],
  [
    failed('key_in_use', { retryAfterSeconds: 2 }),
    409,
    'idempotency_key_in_use',
    'A request under this Idempotency-Key is under way',
    { 'Retry-After': '2' },
  ],
  [
    failed('too_many_keys', { retryAfterSeconds: 60 }),
    429,
    'too_many_idempotency_keys',
    'Too many keys were used on this user product within 24 hours',
    { 'Retry-After': '60' },
  ],
  [
    failed('unavailable', { retryAfterSeconds: 1 }),
    503,
    'service_unavailable',
    'The service is unavailable at the moment: try again later',
    { 'Retry-After': '1' },
  ],
  [failed('internal'), 500, 'internal_server_error', 'An unexpected error has occurred', {}],
] as const;

test.each(rows.map(([failure, ...words]) => ({ failure, words })))(
  '$failure.kind is $words.0 $words.1',
  ({ failure, words: [status, code, message, headers] }) => {
    expect(worded(failure)).toEqual([status, { code, message }, headers]);
  },
);

test('faulty fields are 400, all of them told where there are more', () => {
  const faults = [
    { name: 'a', fault: 'unknown' },
    { name: 'b', fault: 'absent' },
  ] as const;
  const [first, second] = [
    { code: 'unknown_parameter', field: 'a', message: 'Parameter is not known' },
    { code: 'invalid_parameter', field: 'b', message: 'Parameter is required' },
  ];
  const told = worded(failed('faulty_fields', { part: 'body', faults }));
  expect(told).toEqual([400, { ...first, errors: [first, second] }, {}]);
});

import { expect, test } from '@jest/globals';
import { problemIn } from '../../../../../src/http/core/dialect.js';
import { failed, type Failure } from '../../../../../src/http/core/failure.js';
import { productGroupsProblems } from '../../../../../src/http/product-groups/problems/failures.js';

const problemOf = (failure: Failure) => problemIn({ problems: productGroupsProblems }, failure);
const later = { retryAfterSeconds: 7 };
const faulty = (part: 'body' | 'query' | 'headers', fault: 'unknown' | 'repeated') =>
  failed('faulty_fields', { part, faults: [{ name: 'x', fault }] });

/** docs/spec/product-groups-api.md §1. */
const rows: readonly [Failure, number, string, object][] = [
  [failed('unreadable'), 400, 'invalid_input', {}],
  [failed('wrong_content_type'), 400, 'invalid_input', {}],
  [failed('not_json'), 400, 'invalid_input', {}],
  [faulty('query', 'unknown'), 400, 'invalid_input', {}],
  [faulty('headers', 'unknown'), 400, 'invalid_input', {}],
  [faulty('body', 'repeated'), 400, 'invalid_input', {}],
  [failed('no_token'), 401, 'unauthorized', { 'WWW-Authenticate': 'Bearer realm="external"' }],
  [
    failed('invalid_token'),
    401,
    'unauthorized',
    { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
  ],
  [
    failed('insufficient_scope', { scope: 'product:read' }),
    403,
    'insufficient_scope',
    { 'WWW-Authenticate': 'Bearer error="insufficient_scope", scope="product:read"' },
  ],
  [failed('unknown_route'), 404, 'not_found', {}],
  [failed('identity_required'), 404, 'not_found', {}],
  [failed('identity_not_allowed'), 404, 'not_found', {}],
  [
    failed('method_not_allowed', { allowed: 'GET, HEAD' }),
    405,
    'method_not_allowed',
    { Allow: 'GET, HEAD' },
  ],
  [failed('request_timed_out'), 408, 'request_timeout', { Connection: 'close' }],
  [failed('key_in_use', later), 409, 'idempotency_key_in_use', { 'Retry-After': '7' }],
  [failed('beyond_calendar'), 409, 'date_beyond_calendar', {}],
  [failed('set_aside'), 409, 'item_set_aside', {}],
  [failed('version_mismatch'), 412, 'version_mismatch', {}],
  [failed('body_too_large'), 413, 'payload_too_large', {}],
  [failed('unmet_expectation'), 417, 'expectation_failed', {}],
  [faulty('body', 'unknown'), 422, 'validation_failed', {}],
  [failed('key_reused'), 422, 'idempotency_key_reused', {}],
  [failed('too_many_requests'), 429, 'too_many_requests', {}],
  [failed('too_many_keys', later), 429, 'too_many_idempotency_keys', { 'Retry-After': '7' }],
  [failed('headers_too_large'), 431, 'headers_too_large', {}],
  [failed('internal'), 500, 'internal_server_error', {}],
  [failed('unavailable', later), 503, 'service_unavailable', { 'Retry-After': '7' }],
];

test.each(rows)('%j is %i %s', (...row) => {
  const [failure, status, code, headers] = row;
  const problem = problemOf(failure);
  expect(problem).toMatchObject({ status, code, mediaType: 'application/problem+json' });
  expect(problem.headers).toEqual(headers);
  expect(problem.body).toMatchObject({ type: `/errors/${code}`, status, code });
});

test('the documented sentences begin what is bad input, and are all of what is not found', () => {
  expect(problemOf(failed('unknown_route')).body).toMatchObject({ detail: 'Resource not found' });
  expect(problemOf(failed('not_json')).body).toMatchObject({
    detail: expect.stringMatching(/^Invalid input\n/),
  });
});

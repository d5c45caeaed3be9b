import { describe, expect, test } from '@jest/globals';
import type { PaywayDescription } from '../../../../../src/http/payway/description.js';
import {
  paywayCodesOf,
  paywayFailures,
} from '../../../../../src/http/payway/problems/failure-documentation.js';

const reading: PaywayDescription = {
  name: 'readThing',
  summary: 'Read a thing',
  description: 'Reads a thing.',
  tag: 'Things',
  method: 'get',
  path: '/things',
  scope: 'things',
  answer: { status: 204, schema: null },
  refusals: ['no_pending_change'],
};

describe('the codes of an endpoint', () => {
  test('are those of all, and its own', () => {
    expect(paywayCodesOf(reading)).toEqual([
      'bad_request',
      'request_timeout',
      'expectation_failed',
      'headers_too_large',
      'internal_server_error',
      'service_unavailable',
      'unauthorized',
      'too_many_requests',
      'insufficient_scope',
      'not_found',
      'identity_not_allowed',
      'unknown_parameter',
      'invalid_parameter',
      'no_pending_change',
    ]);
  });

  test.each([
    { what: 'an identity', given: { needsIdentity: true }, code: 'identity_required' },
    { what: 'a body', given: { body: [] }, code: 'json_parser_error' },
    { what: 'a key', given: { keeps: 'in_record' }, code: 'idempotency_key_in_use' },
    { what: 'a version', given: { keeps: 'in_user_product' }, code: 'version_mismatch' },
  ] as const)('tell what may be wrong with $what only where there is one', ({ given, code }) => {
    expect(paywayCodesOf(reading)).not.toContain(code);
    expect(paywayCodesOf({ ...reading, ...given })).toContain(code);
  });

  test('say that it is not for identities only where it is not', () => {
    expect(paywayCodesOf({ ...reading, needsIdentity: true })).not.toContain(
      'identity_not_allowed',
    );
  });
});

test('a refusal by the rules is told from what goes wrong before', () => {
  expect(paywayFailures.isRule('no_pending_change')).toBe(true);
  expect(paywayFailures.isRule('not_found')).toBe(false);
});

import { describe, expect, test } from '@jest/globals';
import type { PaywayDescription } from '../../../../src/http/payway/description.js';
import { codesOf, problemAnswers } from '../../../../src/http/docs/problem-answers.js';
import { problemSchema } from '../../../../src/http/docs/problem-schema.js';

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
    expect(codesOf(reading)).toEqual([
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
    expect(codesOf(reading)).not.toContain(code);
    expect(codesOf({ ...reading, ...given })).toContain(code);
  });

  test('say that it is not for identities only where it is not', () => {
    expect(codesOf({ ...reading, needsIdentity: true })).not.toContain('identity_not_allowed');
  });
});

describe('answers of failures', () => {
  test('are one for each status, in order, that says what its codes mean', () => {
    const answers = problemAnswers(['not_found', 'invalid_parameter', 'unknown_parameter']);
    expect(answers.map((it) => it.status)).toEqual([400, 404]);
    expect(answers[0]?.description.split('\n')).toEqual([
      expect.stringMatching(/^- `invalid_parameter`: .+ What to do: .+\.$/),
      expect.stringMatching(/^- `unknown_parameter`: .+ What to do: .+\.$/),
    ]);
    expect(answers.every((it) => it.schema === problemSchema)).toBe(true);
  });

  test('are shared by the name of their code where they have one', () => {
    const [both, one] = problemAnswers(['not_found', 'invalid_parameter', 'unknown_parameter']);
    expect(both).not.toHaveProperty('sharedAs');
    expect(one).toHaveProperty('sharedAs', 'not_found');
  });

  test('carry the headers of their codes', () => {
    const [answer] = problemAnswers(['service_unavailable']);
    expect(answer?.headers).toEqual(['X-Request-Id', 'Retry-After']);
  });
});

import { describe, expect, test } from '@jest/globals';
import { problemAnswers } from '../../../../src/http/docs/problem-answers.js';
import { paywayFailures } from '../../../../src/http/payway/problems/failure-documentation.js';
import { problemSchema } from '../../../../src/http/payway/problems/problem-schema.js';

const answersOf = (...codes: readonly string[]) => problemAnswers(codes, paywayFailures);

describe('answers of failures', () => {
  test('are one for each status, in order, that says what its codes mean', () => {
    const answers = answersOf('not_found', 'invalid_parameter', 'unknown_parameter');
    expect(answers.map((it) => it.status)).toEqual([400, 404]);
    expect(answers[0]?.description.split('\n')).toEqual([
      expect.stringMatching(/^- `invalid_parameter`: .+ What to do: .+\.$/),
      expect.stringMatching(/^- `unknown_parameter`: .+ What to do: .+\.$/),
    ]);
    expect(answers.every((it) => it.schema === problemSchema)).toBe(true);
  });

  test('are shared by the name of their code where they have one', () => {
    const [both, one] = answersOf('not_found', 'invalid_parameter', 'unknown_parameter');
    expect(both).not.toHaveProperty('sharedAs');
    expect(one).toHaveProperty('sharedAs', 'not_found');
  });

  test('carry the headers of their codes', () => {
    const [answer] = answersOf('service_unavailable');
    expect(answer?.headers).toEqual(['X-Request-Id', 'Retry-After']);
  });

  test('are of the media type that the dialect answers in, under names of its own', () => {
    const failures = { ...paywayFailures, mediaType: 'application/problem+json', prefix: 'x_' };
    expect(problemAnswers(['not_found'], failures)).toMatchObject([
      { mediaType: 'application/problem+json', sharedAs: 'x_not_found' },
    ]);
  });

  test('are not made of a code that nobody explains', () => {
    expect(() => answersOf('constructor_')).toThrow('nothing says what constructor_ means');
  });
});

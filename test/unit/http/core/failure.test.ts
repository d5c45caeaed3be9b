import { expect, test } from '@jest/globals';
import { failed, isFailure } from '../../../../src/http/core/failure.js';
import { isProblem, makeProblem } from '../../../../src/http/core/problem.js';

test('a failure says what it is, with what is known about it', () => {
  expect(failed('no_token')).toMatchObject({ kind: 'no_token', facts: {} });
  expect(failed('unavailable', { retryAfterSeconds: 3 })).toMatchObject({
    kind: 'unavailable',
    facts: { retryAfterSeconds: 3 },
  });
});

test.each([
  { what: 'an error', thrown: new Error('internal') },
  { what: 'one that looks like it', thrown: { kind: 'internal', facts: {} } },
  { what: 'a problem', thrown: makeProblem({ status: 500, code: 'x', body: {} }) },
  { what: 'null', thrown: null },
  { what: 'a string', thrown: 'internal' },
])('$what is none', ({ thrown }) => {
  expect(isFailure(thrown)).toBe(false);
});

test('a failure is no problem: it is in nobody’s words yet', () => {
  expect([isFailure(failed('internal')), isProblem(failed('internal'))]).toEqual([true, false]);
});

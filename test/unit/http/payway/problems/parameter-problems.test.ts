import { describe, expect, test } from '@jest/globals';
import {
  moreThanOneOf,
  noSuchInstant,
  notExactlyOneOf,
  parameterProblem,
  periodRequired,
  unreadableCursor,
} from '../../../../../src/http/payway/problems/parameter-problems.js';

const invalid = (field: string, message: string) => ({ code: 'invalid_parameter', field, message });
const excluded = (field: string) => invalid(field, 'Parameter excludes a');

test('a parameter that the endpoint does not let through is 400', () => {
  const problem = parameterProblem('x', 'Parameter is odd');
  expect([problem.status, problem.body]).toEqual([400, invalid('x', 'Parameter is odd')]);
  expect(noSuchInstant('now', '/p/').body).toEqual(
    invalid('now', 'Parameter must match format (/p/)'),
  );
  expect(unreadableCursor.body).toEqual(
    invalid('after', 'Parameter is no next of an answer before'),
  );
  expect(periodRequired.body).toEqual(invalid('target_period_id', 'Parameter is required'));
});

describe('More than one of a few', () => {
  test.each([{}, { a: '1' }, { c: '1' }, { d: '1', a: '1' }])('is not %o', (sent) => {
    expect(moreThanOneOf(['a', 'b', 'c'], sent)).toBeNull();
  });

  test('is told of each after the first', () => {
    expect(moreThanOneOf(['a', 'b', 'c'], { a: '', c: '1' })?.body).toEqual(excluded('c'));
    expect(moreThanOneOf(['a', 'b', 'c'], { a: '1', b: '1', c: '1' })?.body).toEqual({
      ...excluded('b'),
      errors: [excluded('b'), excluded('c')],
    });
  });
});

test('where exactly one is wanted and none is sent, the first is missed', () => {
  expect(notExactlyOneOf(['a', 'b'], {})?.body).toEqual(invalid('a', 'Parameter is required'));
  expect(notExactlyOneOf(['a', 'b'], { b: '1' })).toBeNull();
  expect(notExactlyOneOf(['a', 'b'], { a: '1', b: '1' })?.body).toEqual(excluded('b'));
});

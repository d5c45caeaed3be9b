import { expect, test } from '@jest/globals';
import { isProblem, makeProblem } from '../../../../src/http/core/problem.js';

test('a problem is plain JSON without headers unless it says otherwise', () => {
  const plain = makeProblem({ status: 404, code: 'not_found', body: {} });
  expect(plain).toMatchObject({ mediaType: 'application/json; charset=utf-8', headers: {} });
  const other = makeProblem({
    status: 404,
    code: 'x',
    body: {},
    mediaType: 'application/problem+json',
  });
  expect(other.mediaType).toBe('application/problem+json');
});

test('what merely looks like a problem is none', () => {
  const { status, code, body, mediaType, headers } = makeProblem({
    status: 200,
    code: 'x',
    body: {},
  });
  expect(isProblem({ status, code, body, mediaType, headers })).toBe(false);
  expect([isProblem(null), isProblem('x'), isProblem(new Error('x'))]).toEqual([
    false,
    false,
    false,
  ]);
});

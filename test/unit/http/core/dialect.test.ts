import { expect, test } from '@jest/globals';
import { type Dialect, makeDialectOf, problemIn } from '../../../../src/http/core/dialect.js';
import { failed } from '../../../../src/http/core/failure.js';
import { makeProblem } from '../../../../src/http/core/problem.js';

const named = (name: string, ...roots: string[]) => ({ name, roots }) as unknown as Dialect;
const first = named('first', 'external');
const second = named('second', 'catalogue', 'price-plans');
const otherwise = named('otherwise');
const dialectOf = makeDialectOf([first, second], otherwise);

test.each([
  ['/external/api/v1/x', first],
  ['/external', first],
  ['/external?a=/catalogue', first],
  ['/catalogue/products', second],
  ['/price-plans/1?x=1', second],
  ['/catalogues', otherwise],
  ['/', otherwise],
  ['*', otherwise],
  ['//external', otherwise],
])('%s is of the dialect that has its first part', (address, dialect) => {
  expect(dialectOf(address)).toBe(dialect);
});

test('a failure is worded with what is known about it', () => {
  const problems = {
    method_not_allowed: ({ allowed }: { allowed: string }) =>
      makeProblem({ status: 405, code: 'm', body: { allowed } }),
  };
  const dialect = { problems } as unknown as Dialect;
  expect(problemIn(dialect, failed('method_not_allowed', { allowed: 'PUT' })).body).toEqual({
    allowed: 'PUT',
  });
});

import { expect, test } from '@jest/globals';
import { problemSchema } from '../../../../../src/http/payway/problems/problem-schema.js';
import { makeFaultProblem } from '../../../../../src/http/payway/problems/fault-problem.js';

const fault = { code: 'invalid_parameter', field: 'id', message: 'Parameter is required' } as const;

test.each([
  { what: 'one fault', body: makeFaultProblem([fault]).body, isProblem: true },
  { what: 'two faults', body: makeFaultProblem([fault, fault]).body, isProblem: true },
  { what: 'a list of one', body: { ...fault, errors: [fault] }, isProblem: false },
  { what: 'no code', body: { message: 'x' }, isProblem: false },
  { what: 'something else beside', body: { ...fault, other: 1 }, isProblem: false },
])('a problem with $what: $isProblem', ({ body, isProblem }) => {
  expect(problemSchema.safeParse(body).success).toBe(isProblem);
});

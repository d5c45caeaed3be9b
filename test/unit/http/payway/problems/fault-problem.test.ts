import { expect, test } from '@jest/globals';
import { makeFaultProblem } from '../../../../../src/http/payway/problems/fault-problem.js';

const [one, other] = [
  { code: 'same_package', message: 'One' },
  { code: 'invalid_parameter', field: 'x', message: 'Other' },
] as const;

test('one fault is the body, and its code says the status', () => {
  expect(makeFaultProblem([one])).toMatchObject({ status: 409, code: 'same_package', headers: {} });
  expect(makeFaultProblem([one]).body).toEqual(one);
  expect(makeFaultProblem([other], { Allow: 'x' })).toMatchObject({
    status: 400,
    headers: { Allow: 'x' },
  });
});

test('of many the first is the body, and all are errors', () => {
  expect(makeFaultProblem([other, one]).body).toEqual({ ...other, errors: [other, one] });
});

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

test('twenty faults are told, and how many more there are', () => {
  const faults = Array.from({ length: 20_000 }, (_, index) => ({ ...other, field: String(index) }));
  const [first, ...others] = faults;
  if (first === undefined) throw new TypeError('there is a first');
  expect(makeFaultProblem([first, ...others]).body).toEqual({
    ...first,
    errors: faults.slice(0, 20),
    more_errors: 19_980,
  });
  expect(makeFaultProblem([first, ...others.slice(0, 19)]).body).not.toHaveProperty('more_errors');
});

test('a name is told as it begins, and is text still', () => {
  const named = (field: string) => makeFaultProblem([{ ...other, field }]).body;
  expect(named('x'.repeat(100))).toMatchObject({ field: 'x'.repeat(100) });
  expect(named('x'.repeat(100_000))).toMatchObject({ field: `${'x'.repeat(100)}…` });
  expect(named(`${'x'.repeat(99)}😀`)).toMatchObject({ field: `${'x'.repeat(99)}…` });
});

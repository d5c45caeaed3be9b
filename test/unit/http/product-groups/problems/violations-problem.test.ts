import { expect, test } from '@jest/globals';
import {
  invalidInput,
  violationsProblem,
} from '../../../../../src/http/product-groups/problems/violations-problem.js';

test('all violations are told at once, and in lines for people', () => {
  const { status, code, body, mediaType } = violationsProblem([
    { name: 'name', fault: 'absent' },
    { name: 'memberships[1].pricePlans[0]', fault: 'not_found' },
  ]);
  expect([status, code, mediaType]).toEqual([422, 'validation_failed', 'application/problem+json']);
  expect(body).toEqual({
    type: '/errors/validation_failed',
    title: 'An error occurred',
    status: 422,
    detail:
      'name: This value should not be blank.\n' +
      'memberships[1].pricePlans[0]: There is no such resource.',
    code: 'validation_failed',
    violations: [
      {
        propertyPath: 'name',
        message: 'This value should not be blank.',
        code: 'c1051bb4-d103-4f74-8988-acbcafc7fdc3',
      },
      {
        propertyPath: 'memberships[1].pricePlans[0]',
        message: 'There is no such resource.',
        code: 'not_found',
      },
    ],
  });
});

test('a hundred are told at most, and how many are not', () => {
  const faults = Array.from({ length: 9_000 }, (_, index) => ({
    name: `n${String(index)}`,
    fault: 'unknown' as const,
  }));
  const { body } = violationsProblem([{ name: 'name', fault: 'absent' }, ...faults]);
  const { violations, moreViolations } = body as {
    violations: unknown[];
    moreViolations: number;
  };
  expect([violations.length, moreViolations]).toEqual([100, 8_901]);
  expect(JSON.stringify(body).length).toBeLessThan(20_000);
});

test('what is wrong with a query is no violation of a body', () => {
  const { status, body } = invalidInput([
    { name: 'order[createdAt]', fault: 'wrong_format', printedPattern: 'asc or desc' },
  ]);
  expect([status, body]).toEqual([
    400,
    {
      type: '/errors/invalid_input',
      title: 'An error occurred',
      status: 400,
      detail: 'Invalid input\norder[createdAt]: This value should be asc or desc.',
      code: 'invalid_input',
    },
  ]);
});

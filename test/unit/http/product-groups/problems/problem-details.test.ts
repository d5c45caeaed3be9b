import { expect, test } from '@jest/globals';
import { failureCodes } from '../../../../../src/http/product-groups/problems/failure-codes.js';
import { problemDetails } from '../../../../../src/http/product-groups/problems/problem-details.js';
import { problemDetailsSchema } from '../../../../../src/http/product-groups/problems/problem-details-schema.js';

test('a problem has the status of its code', () => {
  expect(problemDetails('not_found', 'Resource not found')).toMatchObject({
    status: 404,
    code: 'not_found',
    mediaType: 'application/problem+json',
    body: {
      type: '/errors/not_found',
      title: 'An error occurred',
      status: 404,
      detail: 'Resource not found',
      code: 'not_found',
    },
  });
});

test.each(Object.keys(failureCodes) as (keyof typeof failureCodes)[])(
  '%s is printed as the API document says',
  (code) => {
    expect(problemDetailsSchema.safeParse(problemDetails(code, 'x').body).success).toBe(true);
  },
);

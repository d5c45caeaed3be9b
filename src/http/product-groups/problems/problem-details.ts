import { makeProblem, type Problem } from '../../core/problem.js';
import { failureCodes, type FailureCode } from './failure-codes.js';

/** As RFC 9457 prints a problem. */
export const problemMediaType = 'application/problem+json';

type Told = {
  readonly headers?: Problem['headers'];
  /** Members beside those that every problem has. */
  readonly more?: object;
};

/** The problem of that code (docs/spec/product-groups-api.md §1): its status is the code's. */
export function problemDetails(
  code: FailureCode,
  detail: string,
  { headers = {}, more = {} }: Told = {},
): Problem {
  const { status } = failureCodes[code];
  const title = 'An error occurred';
  const body = { type: `/errors/${code}`, title, status, detail, code, ...more };
  return makeProblem({ status, code, body, headers, mediaType: problemMediaType });
}

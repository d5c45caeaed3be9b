import { makeProblem, type Problem } from '../../core/problem.js';
import { type ErrorCode, errorCodes } from './error-codes.js';

/** One thing that is wrong, as the client reads it. */
export type Fault = { readonly code: ErrorCode; readonly field?: string; readonly message: string };

/**
 * The problem of these faults (docs/spec/payway-api.md §1): the first is what the answer carries and its code gives the
 * status, `errors` has all of them when there are more.
 */
export function makeFaultProblem(
  faults: readonly [Fault, ...Fault[]],
  headers: Problem['headers'] = {},
): Problem {
  const [first] = faults;
  const body = faults.length > 1 ? { ...first, errors: faults } : first;
  return makeProblem({ status: errorCodes[first.code].status, code: first.code, body, headers });
}

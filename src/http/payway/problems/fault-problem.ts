import { makeProblem, type Problem } from '../../core/problem.js';
import { type ErrorCode, errorCodes } from './error-codes.js';

/** One thing that is wrong, as the client reads it. */
export type Fault = { readonly code: ErrorCode; readonly field?: string; readonly message: string };

/** An answer is not to be many times its request: names that nobody knows come from the client, as many as it likes. */
const mostTold = 20;
const longestName = 100;

/**
 * The problem of these faults (docs/spec/payway-api.md §1): the first is what the answer carries and its code gives the
 * status, `errors` has all of them when there are more: 20 at most, and `more_errors` says how many are left out.
 */
export function makeFaultProblem(
  faults: readonly [Fault, ...Fault[]],
  headers: Problem['headers'] = {},
): Problem {
  const first = told(faults[0]);
  const errors = [first, ...faults.slice(1, mostTold).map(told)];
  const more = faults.length - errors.length;
  const body = {
    ...first,
    ...(errors.length > 1 ? { errors } : {}),
    ...(more > 0 ? { more_errors: more } : {}),
  };
  return makeProblem({ status: errorCodes[first.code].status, code: first.code, body, headers });
}

function told(fault: Fault): Fault {
  const { field } = fault;
  if (field === undefined || field.length <= longestName) return fault;
  // Not half of a character.
  return { ...fault, field: `${field.slice(0, longestName).replace(/[\ud800-\udbff]$/, '')}…` };
}

import type { FieldFault } from '../../core/failure.js';
import type { Problem } from '../../core/problem.js';
import { problemDetails } from './problem-details.js';
import { type Violated, type Violation, violationOf } from './violations.js';

/** An answer is not to be many times its request: a body can hold names that nobody knows, as many as it likes. */
const mostTold = 100;
/**
 * 422: all that is wrong with a body, `detail` in lines; 100 at most, and `moreViolations` says how many are left out
 * (docs/spec/product-groups-api.md §1).
 */
export function violationsProblem(faults: readonly [Violated, ...Violated[]]): Problem {
  const violations = faults.slice(0, mostTold).map(violationOf);
  const detail = violations.map(lineOf).join('\n');
  const left = faults.length - violations.length;
  const more = { violations, ...(left > 0 ? { moreViolations: left } : {}) };
  return problemDetails('validation_failed', detail, { more });
}

/** 400: what is wrong with a query or a header, or what keeps a body from being read. */
export function invalidInput(faults: readonly FieldFault[]): Problem {
  const told = faults.slice(0, mostTold).map(violationOf);
  return problemDetails('invalid_input', `Invalid input\n${told.map(lineOf).join('\n')}`);
}

function lineOf({ propertyPath, message }: Violation): string {
  return `${propertyPath}: ${message}`;
}

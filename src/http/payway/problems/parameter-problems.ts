import type { Problem } from '../../core/problem.js';
import { type Fault, makeFaultProblem } from './fault-problem.js';

/** 400: one parameter that its table of fields lets through, and the endpoint does not. */
export function parameterProblem(field: string, message: string): Problem {
  return makeFaultProblem([{ code: 'invalid_parameter', field, message }]);
}

/** 400: an instant that is well-formed and does not exist, such as 30 February. */
export function noSuchInstant(field: string, printedPattern: string): Problem {
  return parameterProblem(field, `Parameter must match format (${printedPattern})`);
}

/** 400: `after` is no `next` of this list. */
export const unreadableCursor = parameterProblem(
  'after',
  'Parameter is no next of an answer before',
);

/** 400: an explicit change names its period: rank and price do not choose one for it. */
export const periodRequired = parameterProblem('target_period_id', 'Parameter is required');

type Sent = Readonly<Record<string, unknown>>;

/** 400 where more than one of these parameters is sent: each after the first is excluded by it. Null: at most one is. */
export function moreThanOneOf(names: readonly string[], sent: Sent): Problem | null {
  const [first, ...others] = names.filter((name) => sent[name] !== undefined);
  const [fault, ...more] = others.map((field): Fault => ({
    code: 'invalid_parameter',
    field,
    message: `Parameter excludes ${String(first)}`,
  }));
  return fault === undefined ? null : makeFaultProblem([fault, ...more]);
}

/** 400 where not exactly one of these parameters is sent; where none is, the first is what is missed. */
export function notExactlyOneOf(names: readonly [string, ...string[]], sent: Sent): Problem | null {
  if (names.some((name) => sent[name] !== undefined)) return moreThanOneOf(names, sent);
  return parameterProblem(names[0], 'Parameter is required');
}

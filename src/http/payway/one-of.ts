import { makeFaultProblem, type Fault, type Problem } from '../problem.js';

type Sent = Readonly<Record<string, unknown>>;

/** 400 where more than one of these parameters is sent: each after the first is excluded by it. Null: at most one is. */
export function moreThanOneOf(names: readonly string[], sent: Sent): Problem | null {
  const [first, ...others] = names.filter((name) => sent[name] !== undefined);
  const [fault, ...more] = others.map((field): Fault => ({
    code: 'invalid_parameter',
    field,
    message: `Parameter excludes ${String(first)}`,
  }));
  return fault === undefined ? null : makeFaultProblem(400, [fault, ...more]);
}

/** 400 where not exactly one of these parameters is sent; where none is, the first is what is missed. */
export function notExactlyOneOf(names: readonly [string, ...string[]], sent: Sent): Problem | null {
  if (names.some((name) => sent[name] !== undefined)) return moreThanOneOf(names, sent);
  return makeFaultProblem(400, [
    { code: 'invalid_parameter', field: names[0], message: 'Parameter is required' },
  ]);
}

import type { RequestHandler } from 'express';
import { body } from 'express-validator';
import { makeFaultProblem, type Fault } from '../problem.js';

/** What a field of a request body may be. A table of these is also what a machine-readable contract is made from. */
export type FieldRule = {
  readonly name: string;
  readonly required: boolean;
} & (
  | { readonly type: 'boolean' }
  | {
      readonly type: 'string';
      readonly maxLength: number;
      readonly pattern: RegExp;
      /** The pattern as the message prints it. */
      readonly printedPattern: string;
    }
);

/**
 * Checks a JSON body against a table of fields: unknown fields first, then each field in the table's order, its first
 * fault only (spec/payway-api.md §1). One chain for the whole body, built once: a chain for each field with a validator
 * for each of its rules takes as long as everything else on the way of a request.
 */
export function makeFieldRules(fields: readonly FieldRule[]): RequestHandler {
  const chain = body()
    .custom((sent: object) => faultsOf(fields, sent).length === 0)
    .withMessage((sent: object) => faultsOf(fields, sent));
  return async (req, _res, next) => {
    const result = await chain.run(req, { dryRun: true });
    const [failure] = result.isEmpty() ? [] : result.array();
    next(failure && makeFaultProblem(400, failure.msg as readonly [Fault, ...Fault[]]));
  };
}

/** All faults of a body, in the order in which they are told. */
function faultsOf(fields: readonly FieldRule[], sent: object): readonly Fault[] {
  const faults: Fault[] = [];
  // Own names only: `__proto__` and `constructor` are unknown fields like any other.
  for (const field of Object.keys(sent)) {
    if (!fields.some(({ name }) => name === field)) {
      faults.push({ code: 'unknown_parameter', field, message: 'Parameter is not known' });
    }
  }
  for (const rule of fields) {
    const value: unknown = Object.hasOwn(sent, rule.name)
      ? Reflect.get(sent, rule.name)
      : undefined;
    const message = whatIsWrong(rule, value);
    if (message !== null) faults.push({ code: 'invalid_parameter', field: rule.name, message });
  }
  return faults;
}

/** Absent, then type, then length, then format: the first of these that is wrong. JSON knows no `undefined`. */
function whatIsWrong(rule: FieldRule, value: unknown): string | null {
  if (value === undefined) return rule.required ? 'Parameter is required' : null;
  if (rule.type === 'boolean') {
    return typeof value === 'boolean' ? null : 'Parameter must be true or false';
  }
  if (typeof value !== 'string') return 'Parameter must be a string';
  if (isLonger(value, rule.maxLength)) {
    return `Parameter must be at most ${String(rule.maxLength)} characters`;
  }
  return rule.pattern.test(value) ? null : `Parameter must match format (${rule.printedPattern})`;
}

/** In characters, not in UTF-16 units: an emoji is one. */
function isLonger(value: string, maxLength: number): boolean {
  return value.length > maxLength && Array.from(value).length > maxLength;
}

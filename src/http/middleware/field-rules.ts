import type { Request, RequestHandler, Response } from 'express';
import { body } from 'express-validator';
import { makeFaultProblem, type Fault } from '../problem.js';

/** What a field of a request body may be. A table of these is also what a machine-readable contract is made from. */
export type FieldRule = {
  readonly name: string;
  readonly required: boolean;
} & (
  | { readonly type: 'boolean' }
  | { readonly type: 'integer'; readonly minimum: number; readonly maximum: number }
  | ({ readonly type: 'string' } & TextRule)
  | ({ readonly type: 'strings'; readonly maxItems: number; readonly mayBeNull?: true } & TextRule)
);

type TextRule = {
  readonly maxLength: number;
  readonly pattern: RegExp;
  /** The pattern as the message prints it. */
  readonly printedPattern: string;
};

/**
 * Checks a JSON body, or what a query says, against a table of fields: unknown fields first, then each field in the table's order, its first
 * fault only (spec/payway-api.md §1). One chain for the whole body, built once: a chain for each field with a validator
 * for each of its rules takes as long as everything else on the way of a request.
 */
export function makeFieldRules(
  fields: readonly FieldRule[],
  partOf: (req: Request, res: Response) => unknown = (req) => req.body,
): RequestHandler {
  const chain = body()
    .custom((sent: object) => faultsOf(fields, sent).length === 0)
    .withMessage((sent: object) => faultsOf(fields, sent));
  return async (req, res, next) => {
    const result = await chain.run({ body: partOf(req, res) }, { dryRun: true });
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
  switch (rule.type) {
    case 'boolean':
      return typeof value === 'boolean' ? null : 'Parameter must be true or false';
    case 'integer':
      return whatIsWrongWithNumber(rule, value);
    case 'strings':
      return value === null && rule.mayBeNull ? null : whatIsWrongWithList(rule, value);
    case 'string':
      return whatIsWrongWithText(rule, value);
  }
}

function whatIsWrongWithNumber(
  { minimum, maximum }: { readonly minimum: number; readonly maximum: number },
  value: unknown,
): string | null {
  if (!Number.isInteger(value)) return 'Parameter must be a whole number';
  const isWithin = Number(value) >= minimum && Number(value) <= maximum;
  return isWithin ? null : `Parameter must be from ${String(minimum)} to ${String(maximum)}`;
}

function whatIsWrongWithList(
  rule: TextRule & { readonly maxItems: number },
  value: unknown,
): string | null {
  if (!Array.isArray(value)) return 'Parameter must be a list of strings';
  if (value.length > rule.maxItems) {
    return `Parameter must have at most ${String(rule.maxItems)} items`;
  }
  const faults = value.map((it) => whatIsWrongWithText(rule, it));
  return faults.find((it) => it !== null) ?? null;
}

function whatIsWrongWithText(rule: TextRule, value: unknown): string | null {
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

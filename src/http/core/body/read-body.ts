import { type z, ZodType } from 'zod';
import type { FieldFault } from '../failure.js';
import type { FieldRule } from '../field-rule.js';
import type { FaultAlone } from './tell-fault.js';

/** What is read, or all that is wrong with it in the order of the schema's fields. */
type ReadBody<Value> =
  { readonly value: Value } | { readonly faults: readonly [FieldFault, ...FieldFault[]] };

/** The words are the dialect's: zod is to make none. */
const options = { jitless: true, reportInput: true, error: () => '' } as const;

/** Reads a body by its schema, without code that is made while the process runs. */
export function readBody<Schema extends z.ZodType>(
  schema: Schema,
  sent: unknown,
): ReadBody<z.output<Schema>> {
  const { success, data, error } = schema.safeParse(sent, options);
  if (success) return { value: data };
  const [first, ...others] = error.issues.flatMap(faultsOf);
  if (first === undefined) throw new TypeError('what is wrong with a body was not told');
  return { faults: [first, ...others] };
}

/** Whether nothing in such a body is required. */
export function mayBeAbsent(body: readonly FieldRule[] | ZodType): boolean {
  return body instanceof ZodType ? 'value' in readBody(body, {}) : body.every((it) => !it.required);
}

type Issue = z.core.$ZodIssue;

function faultsOf(issue: Issue): FieldFault[] {
  if (issue.code !== 'unrecognized_keys') return [{ name: nameOf(issue.path), ...faultOf(issue) }];
  return issue.keys.map((key) => ({ name: nameOf([...issue.path, key]), fault: 'unknown' }));
}

/** Example: `memberships[1].pricePlans[0]`. */
function nameOf(path: Issue['path']): string {
  return path
    .map((it, index) => {
      if (typeof it === 'number') return `[${String(it)}]`;
      return index === 0 ? String(it) : `.${String(it)}`;
    })
    .join('');
}

const types = {
  boolean: 'boolean',
  number: 'integer',
  string: 'string',
  object: 'object',
  array: 'list',
} as const;

function faultOf(issue: Issue): FaultAlone {
  const { code, input } = issue;
  if (input === undefined) return { fault: 'absent' };
  if (code === 'invalid_type') {
    return { fault: 'wrong_type', type: types[issue.expected as keyof typeof types] };
  }
  if (input === '') return { fault: 'blank' };
  if (code === 'custom') return issue.params as FaultAlone;
  if (code !== 'invalid_value') return { fault: 'malformed' };
  if (typeof input !== 'string') return { fault: 'wrong_type', type: 'string' };
  return { fault: 'no_choice', words: issue.values.map(String) };
}

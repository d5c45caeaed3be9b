import type { EndpointRequest } from '../endpoint.js';
import type { FieldRule } from '../field-rule.js';

/**
 * What a body that has passed this table of fields means: defaults filled in, and one spelling for all that mean the
 * same. Handlers act on it and an `Idempotency-Key` is held against it, so that the two cannot differ
 * (docs/architecture.md §5). Example: `{}` and `{"default_behaviour": true}` come to the same.
 */
export function toMeantBody(fields: readonly FieldRule[], sent: object): EndpointRequest['body'] {
  const meant = fields.flatMap((rule) => {
    const { name } = rule;
    const value: unknown = Object.hasOwn(sent, name) ? Reflect.get(sent, name) : rule.default;
    return value === undefined ? [] : [[name, meaningOf(rule, value)] as const];
  });
  return Object.fromEntries(meant);
}

function meaningOf(rule: FieldRule, value: unknown): unknown {
  const { normal = asSent } = 'normal' in rule ? rule : {};
  if (typeof value === 'string') return normal(value);
  return Array.isArray(value) ? [...new Set((value as string[]).map(normal))].toSorted() : value;
}

function asSent(text: string): string {
  return text;
}

import type { EndpointRequest } from '../endpoint.js';
import type { FieldRule } from '../field-rule.js';

/** Texts that stand for a number or a boolean become one. */
export function toMeantQuery(
  fields: readonly FieldRule[],
  sent: Readonly<Record<string, string | string[]>>,
): EndpointRequest['query'] {
  const meant = fields.flatMap((rule) => {
    const value = sent[rule.name];
    return value === undefined ? [] : [[rule.name, meaningOf(rule, value)] as const];
  });
  return Object.fromEntries(meant);
}

function meaningOf(rule: FieldRule, value: string | string[]) {
  const means = rule.type === 'string' ? rule.means?.type : undefined;
  if (means === 'integer') return Number(value);
  return means === 'boolean' ? value === 'true' : value;
}

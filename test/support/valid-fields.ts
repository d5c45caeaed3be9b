import type { FieldRule } from '../../src/http/core/field-rule.js';

const texts = ['a'.repeat(24), '2026-04-16T00:00:00Z', 'a', '1', 'a.b.c'] as const;

/** A value that this field takes. */
export function validValue(rule: FieldRule): unknown {
  switch (rule.type) {
    case 'boolean':
      return true;
    case 'integer':
      return rule.minimum;
    case 'strings':
      return [validText(rule)];
    case 'string':
      return validText(rule);
  }
}

function validText(rule: FieldRule & { readonly type: 'string' | 'strings' }): string {
  const found = [...(rule.words ?? []), ...texts].find((it) => rule.pattern.test(it));
  if (found === undefined) throw new TypeError(`no value is known for ${rule.name}`);
  return found;
}

/** The least that a table of fields takes. */
export function validFields(rules: readonly FieldRule[]): Readonly<Record<string, unknown>> {
  const required = rules.filter((it) => it.required);
  return Object.fromEntries(required.map((it) => [it.name, validValue(it)]));
}

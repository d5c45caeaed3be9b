import type { FieldRule } from '../core/field-rule.js';
import type { JsonSchema } from './json-schema.js';

/**
 * What a field may be, as JSON Schema: it accepts what the rule accepts, and nothing else. A text of a query that stands
 * for a number or a boolean is said to be one: that is how a client prints it.
 */
export function fieldSchema(rule: FieldRule): JsonSchema {
  switch (rule.type) {
    case 'boolean':
      return { type: 'boolean' };
    case 'integer':
      return integerSchema(rule);
    case 'string':
      return meantSchema(rule);
    case 'strings': {
      const type = rule.mayBeNull ? ['array', 'null'] : 'array';
      return { type, items: textSchema(rule), maxItems: rule.maxItems };
    }
  }
}

function integerSchema({ minimum, maximum }: Bounds): JsonSchema {
  return { type: 'integer', minimum, maximum };
}

function meantSchema(rule: Extract<FieldRule, { readonly type: 'string' }>): JsonSchema {
  switch (rule.means?.type) {
    case 'boolean':
      return { type: 'boolean' };
    case 'integer':
      return integerSchema(rule.means);
    case 'instant':
      return { ...textSchema(rule), format: 'date-time' };
    case undefined:
      return textSchema(rule);
  }
}

/** A body of these fields and no other. */
export function bodySchema(fields: readonly FieldRule[]): JsonSchema {
  const properties = Object.fromEntries(fields.map((it) => [it.name, fieldSchema(it)]));
  const required = fields.filter((it) => it.required).map((it) => it.name);
  return {
    type: 'object',
    properties,
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
  };
}

type Bounds = { readonly minimum: number; readonly maximum: number };
type Text = {
  readonly maxLength: number;
  readonly pattern: RegExp;
  readonly words?: readonly string[];
};

/** A pattern that only lists words is said as their list. */
function textSchema({ maxLength, pattern, words }: Text): JsonSchema {
  if (words !== undefined) return { type: 'string', enum: words };
  return { type: 'string', maxLength, pattern: inBothCases(pattern) };
}

/** Escapes as a whole, ends of a class, what is a range if it stands within one, letters. */
const tokens = /\\u[\da-f]{4}|\\x[\da-f]{2}|\\.|[[\]]|[a-z](?:-[a-z])?/gi;

/**
 * JSON Schema knows no flags, so the `i` flag is written out: `/^[a-f\d]{24}$/i` is `^[a-fA-F\d]{24}$`, `/ab/i` is
 * `[aA][bB]`. For patterns of classes and letters; ours have no named groups.
 */
function inBothCases({ source, ignoreCase }: RegExp): string {
  if (!ignoreCase) return source;
  let isInClass = false;
  return source.replace(tokens, (token) => {
    if (token === '[' || token === ']') isInClass = token === '[';
    if (!/^[a-z]/i.test(token)) return token;
    return isInClass
      ? bothCasesOf(token)
      : token.replace(/[a-z]/gi, (it) => `[${bothCasesOf(it)}]`);
  });
}

function bothCasesOf(token: string): string {
  return token.toLowerCase() + token.toUpperCase();
}

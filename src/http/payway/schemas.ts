import type { JsonSchema } from '../core/endpoint.js';

const text: JsonSchema = { type: 'string' };
export const maybe = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] });
export const maybeText = maybe(text);
export const hexId: JsonSchema = { type: 'string', pattern: '^[a-f0-9]{24}$' };
/** ISO 8601 with the organisation's offset, milliseconds only when not zero (spec/payway-api.md §1). */
export const instant: JsonSchema = { type: 'string', format: 'date-time' };

/** An object whose fields are all there unless they are named as optional; nothing else may be in it. */
export function objectSchema(
  properties: Readonly<Record<string, JsonSchema>>,
  optional: readonly string[] = [],
): JsonSchema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required, additionalProperties: false };
}

/** The envelopes of spec/payway-api.md §1. */
export const writtenId = objectSchema({ id: hexId });
export const itemOf = (item: JsonSchema): JsonSchema => objectSchema({ item });
export const itemsOf = (item: JsonSchema): JsonSchema =>
  objectSchema({ items: { type: 'array', items: item } });
export const pageOf = (item: JsonSchema): JsonSchema =>
  objectSchema({ items: { type: 'array', items: item }, next: maybeText });

export const userProductFields = {
  id: hexId,
  order_id: maybeText,
  created: instant,
  updated: instant,
  product_code: text,
  title_code: maybeText,
  valid_from: instant,
  valid_to: maybe(instant),
  provision_service: text,
  subscription_type: { enum: ['recurring', 'limited', 'single'] },
  state: { enum: ['activated', 'cancelled', 'deactivated', 'pending', 'frozen'] },
  has_pending_change_request: { type: 'boolean' },
  external_start_date: maybe(instant),
  version: { type: 'integer', minimum: 1 },
} as const satisfies Record<string, JsonSchema>;

export const userProductSchema = objectSchema(userProductFields);

export const clockSchema = objectSchema({ now: instant, applied: { type: 'integer' } }, [
  'applied',
]);

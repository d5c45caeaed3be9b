import { z } from 'zod';
import type { JsonSchema } from './json-schema.js';

export type PrintedSchemas = {
  /** What has a name (`meta({ id })`), by it, whether an answer or a part of one. */
  readonly components: Readonly<Record<string, JsonSchema>>;
  /** How an answer is written where it is answered: a `$ref` where it has a name. */
  readonly printed: ReadonlyMap<z.ZodType, JsonSchema>;
};

const definitions = '#/$defs/';
const places = '#/components/schemas/';

/**
 * The schemas of answers as JSON Schema, each named one printed once. Two that share a name throw. Fields may be added to
 * an answer at any time (docs/spec/payway-api.md §1): a client is not told that there are no others.
 */
export function printAnswerSchemas(schemas: readonly z.ZodType[]): PrintedSchemas {
  const [first, ...others] = new Set(schemas);
  if (first === undefined) return { components: {}, printed: new Map() };
  const all = z.toJSONSchema(z.tuple([first, ...others]), { override: leaveOpen });
  const { prefixItems = [], $defs = {} } = withPlaces(all) as {
    prefixItems?: readonly JsonSchema[];
    $defs?: Readonly<Record<string, JsonSchema>>;
  };
  const printed = [first, ...others].map((it, index) => [it, prefixItems[index] ?? {}] as const);
  return { components: $defs, printed: new Map(printed) };
}

type Printed = { readonly jsonSchema: z.core.JSONSchema.BaseSchema };

/** Also leaves out what only JavaScript knows: the bounds of safe integers, and the pattern behind `date-time`. */
function leaveOpen({ jsonSchema: printed }: Printed): void {
  if (printed.additionalProperties === false) delete printed.additionalProperties;
  if (printed.minimum === Number.MIN_SAFE_INTEGER) delete printed.minimum;
  if (printed.maximum === Number.MAX_SAFE_INTEGER) delete printed.maximum;
  if (printed.format === 'date-time') delete printed.pattern;
}

/** What is defined beside the schemas stands among the document's components. */
function withPlaces(printed: object): unknown {
  return JSON.parse(JSON.stringify(printed), (name, value: unknown) =>
    name === '$ref' && typeof value === 'string' ? value.replace(definitions, places) : value,
  );
}

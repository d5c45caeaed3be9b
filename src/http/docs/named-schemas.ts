import { z } from 'zod';
import type { JsonSchema } from './json-schema.js';

export type PrintedSchemas = {
  /** What has a name (`meta({ id })`), by it, whether a body or a part of one. */
  readonly components: Readonly<Record<string, JsonSchema>>;
  /** How a schema is written where it is used: a `$ref` where it has a name. */
  readonly printed: ReadonlyMap<z.ZodType, JsonSchema>;
};

const definitions = '#/$defs/';
const places = '#/components/schemas/';

/**
 * The schemas of answers as JSON Schema, each named one printed once. Two that share a name throw. Fields may be added to
 * an answer at any time (docs/spec/payway-api.md §1): a client is not told that there are no others.
 */
export function printAnswerSchemas(schemas: readonly z.ZodType[]): PrintedSchemas {
  return print(schemas, { override: leaveOpen });
}

/** The same of what is sent: as it comes, not as what it means. */
export function printRequestSchemas(schemas: readonly z.ZodType[]): PrintedSchemas {
  return print(schemas, { io: 'input', override: asSent });
}

function print(schemas: readonly z.ZodType[], params: z.core.ToJSONSchemaParams): PrintedSchemas {
  const [first, ...others] = new Set(schemas);
  if (first === undefined) return { components: {}, printed: new Map() };
  const all = z.toJSONSchema(z.tuple([first, ...others]), params);
  const { prefixItems = [], $defs = {} } = withPlaces(all) as {
    prefixItems?: readonly JsonSchema[];
    $defs?: Readonly<Record<string, JsonSchema>>;
  };
  const printed = [first, ...others].map((it, index) => [it, prefixItems[index] ?? {}] as const);
  return { components: $defs, printed: new Map(printed) };
}

type Printed = { readonly jsonSchema: z.core.JSONSchema.BaseSchema };

/** Says that others are taken where they are. Without defaults: generators then have a client send what it may leave out. */
function asSent({ jsonSchema: printed }: Printed): void {
  delete printed.default;
  if (printed.type === 'object') printed.additionalProperties ??= true;
}

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

import type { JsonSchema } from './json-schema.js';

type Words = readonly string[];

/**
 * What is sent, with the name of an enum of answers wherever it lists the same words: a client may then send what it was
 * told, and does not get a second type for it. Example: the parameter `type` of listEvents is an `EventType`.
 */
export function withNamedEnums<Sent extends object>(
  sent: Sent,
  components: Readonly<Record<string, JsonSchema>>,
): Sent {
  const names = new Map(
    Object.entries(components).flatMap(([name, { enum: words }]) =>
      Array.isArray(words) ? [[keyOf(words as Words), name] as const] : [],
    ),
  );
  return JSON.parse(JSON.stringify(sent), (_name, value: unknown) => {
    const name = isListOfWords(value) ? names.get(keyOf(value.enum)) : undefined;
    return name === undefined ? value : { $ref: `#/components/schemas/${name}` };
  }) as Sent;
}

/** Whatever order they are in. */
function keyOf(words: Words): string {
  return words.toSorted().join(' ');
}

function isListOfWords(value: unknown): value is { readonly enum: Words } {
  if (typeof value !== 'object' || value === null) return false;
  const { type, enum: words } = value as JsonSchema;
  return type === 'string' && Array.isArray(words);
}

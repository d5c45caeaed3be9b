import { z } from 'zod';

type ReadonlyDeep<T> = T extends readonly (infer Item)[]
  ? readonly ReadonlyDeep<Item>[]
  : T extends object
    ? { readonly [Name in keyof T]: ReadonlyDeep<T[Name]> }
    : T;

/** What an answer of this schema holds. */
export type AnswerOf<Schema extends z.ZodType> = ReadonlyDeep<z.infer<Schema>>;

const id = z.string().regex(/^[a-f0-9]{24}$/);

export const hexId = id.meta({ id: 'Id', description: '24 hexadecimal digits in lower case' });

/** Without its name: openapi-generator forgets that a text may be null where it is referred to by name. */
export const maybeHexId = id.nullable();

export const textOrNull = z.string().nullable();

/** ISO 8601 with the organisation's offset, milliseconds only when not zero (docs/spec/payway-api.md §1). */
export const dateTime = z.iso.datetime({ offset: true });

/** A JSON number in major units: 50 is 50.00 (docs/spec/payway-api.md §5). */
export const amount = z.number();

export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .meta({ description: 'ISO 4217' });

export const count = z.int().min(0);

export const periodType = z
  .enum(['recurring', 'limited', 'single'])
  .meta({ id: 'SubscriptionType', description: 'Whether a subscription renews itself' });

/** The answer to a write (docs/spec/payway-api.md §1). */
export const writtenId = z
  .strictObject({ id: hexId })
  .meta({ id: 'WrittenId', description: 'What was written, by its id' });

/** The envelope of one object; `name` is what generated clients call it. */
export function itemOf<Item extends z.ZodType>(name: string, item: Item) {
  return z.strictObject({ item }).meta({ id: name });
}

/** The envelope of a list that is answered whole. */
export function itemsOf<Item extends z.ZodType>(name: string, item: Item) {
  return z.strictObject({ items: z.array(item) }).meta({ id: name });
}

/** The envelope of one page of a list. */
export function pageOf<Item extends z.ZodType>(name: string, item: Item) {
  const next = textOrNull.meta({ description: 'The `after` to go on with; null at the end' });
  return z.strictObject({ items: z.array(item), next }).meta({ id: name });
}

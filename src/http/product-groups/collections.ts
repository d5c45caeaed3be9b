import { z } from 'zod';
import type { ListDirection, ListOrder, Page, PageQuery } from '../../application/ports/page.js';
import { failed, type Failure } from '../core/failure.js';
import type { FieldRule } from '../core/field-rule.js';
import { type Referable, referencePattern } from './references.js';

const optional = { required: false, type: 'string' } as const;

/** Which page of a list, and how many of it (docs/spec/product-groups-api.md §1). */
export const pagingFields = [
  {
    name: 'page',
    ...optional,
    maxLength: 9,
    pattern: /^[1-9]\d{0,8}$/,
    printedPattern: 'a whole number from 1 to 999999999',
    means: { type: 'integer', minimum: 1, maximum: 999_999_999 },
  },
  {
    name: 'limit',
    ...optional,
    maxLength: 3,
    pattern: /^(?:\d|[1-9]\d|100)$/,
    printedPattern: 'a whole number from 0 to 100',
    means: { type: 'integer', minimum: 0, maximum: 100 },
  },
] as const satisfies readonly FieldRule[];

/** What a list may be ordered by: the parameter is named `order[createdAt]`, brackets and all. */
export function orderField<const By extends string>(by: By) {
  return choiceField(`order[${by}]`, ['asc', 'desc']);
}

/** A parameter that is one of a few words. */
export function choiceField<const Name extends string, const Word extends string>(
  name: Name,
  words: readonly Word[],
) {
  return {
    name,
    ...optional,
    maxLength: Math.max(...words.map((it) => it.length)),
    pattern: new RegExp(`^(?:${words.join('|')})$`),
    printedPattern: `one of ${words.join(', ')}`,
    words,
  } as const;
}

/** A filter by what something belongs to. */
export function filterField<const Name extends string>(name: Name, sort: Referable) {
  const printedPattern = 'an id of 24 hex digits, or an IRI that ends in one';
  return {
    name,
    ...optional,
    maxLength: 400,
    pattern: referencePattern(sort),
    printedPattern,
  } as const;
}

const usualLimit = 30;

type PagingQuery = { readonly page?: number; readonly limit?: number };

/** The page and the order that a query asks for. */
type ListAskedFor<Field extends string> = PageQuery & { readonly order: ListOrder<Field> };

/**
 * What a query asks of a list: the first page of 30 where it names none, and by the first of these fields where it names
 * none; never by two.
 */
export function listAskedFor<Field extends string>(
  query: PagingQuery & Readonly<Record<string, unknown>>,
  fields: readonly [Field, ...Field[]],
): ListAskedFor<Field> | Failure<'faulty_fields'> {
  const { page = 1, limit = usualLimit } = query;
  const [by = fields[0], ...others] = fields.filter((it) => query[`order[${it}]`] !== undefined);
  const [second] = others;
  if (second === undefined) {
    const direction = (query[`order[${by}]`] ?? 'asc') as ListDirection;
    return { page, limit, order: { by, direction } };
  }
  const fault = { name: `order[${second}]`, fault: 'conflict', with: `order[${by}]` } as const;
  return failed('faulty_fields', { part: 'query', faults: [fault] });
}

const pagination = z
  .strictObject({
    totalItems: z.int().min(0),
    itemsPerPage: z.int().min(0),
    currentPage: z.int().min(1),
    lastPage: z.int().min(1),
  })
  .meta({ id: 'Pagination' });

const pageMeta = z.strictObject({ pagination }).meta({ id: 'PageMeta' });

/** The envelope of a list; `name` is what generated clients call it. */
export function collectionOf<Item extends z.ZodType>(name: string, item: Item) {
  return z.strictObject({ data: z.array(item), meta: pageMeta }).meta({ id: name });
}

/**
 * A page as answers print it. Example: of 61 by 30 the last page is 3; of none, and by none, it is 1.
 */
export function toCollection<Item, Printed>(
  { items, totalItems }: Page<Item>,
  { page, limit }: PageQuery,
  print: (item: Item) => Printed,
) {
  const lastPage = limit === 0 ? 1 : Math.max(1, Math.ceil(totalItems / limit));
  const meta = {
    pagination: { totalItems, itemsPerPage: limit, currentPage: page, lastPage },
  };
  return { data: items.map(print), meta };
}

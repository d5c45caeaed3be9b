import { parseId } from '../../domain/ids.js';
import { type BodyPart, faultyAt } from '../core/body/body-part.js';

/** What an IRI of each sort begins with; a host before it is ignored (docs/spec/product-groups-api.md §1). */
const pathsOf = {
  product: ['products', 'catalogue/products'],
  pricePlan: ['plans', 'price-plans'],
  subscription: ['subscriptions'],
  subscriptionItem: ['subscription-items'],
  membership: ['product-group-memberships'],
  customer: ['customers'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What may be referred to. */
export type Referable = keyof typeof pathsOf;

const host = '(?:https?:\\/\\/[^\\/?#\\s]{1,255})?';

function patternOf(sort: Referable): RegExp {
  const paths = pathsOf[sort].map((it) => it.replaceAll('/', '\\/')).join('|');
  return new RegExp(`^(?:${host}\\/(?:${paths})\\/)?([a-fA-F\\d]{24})$`);
}

/** The id of a text that is a bare id or an IRI; null for any other. */
export function readReference(sort: Referable, sent: string): string | null {
  const id = patterns[sort].exec(sent)?.[1];
  return id === undefined ? null : parseId(id);
}

const patterns: Readonly<Record<Referable, RegExp>> = {
  product: patternOf('product'),
  pricePlan: patternOf('pricePlan'),
  subscription: patternOf('subscription'),
  subscriptionItem: patternOf('subscriptionItem'),
  membership: patternOf('membership'),
  customer: patternOf('customer'),
};

/** How such a text looks, for the rule of a parameter. */
export function referencePattern(sort: Referable): RegExp {
  return patterns[sort];
}

/**
 * A reference in a body: a bare id, an IRI, or an object with such an `id`, so that what an answer prints may be sent
 * back. Example: all of `"56e1741a6fc9365306000101"`, `"/products/56e1741a6fc9365306000101"` and
 * `{"id": "56e1741a6fc9365306000101", "name": "Starter"}` are one product.
 */
export function referencePart<Id extends string>(sort: Referable): BodyPart<Id> {
  const text = { type: 'string', pattern: patterns[sort].source };
  const object = { type: 'object', properties: { id: text }, required: ['id'] };
  return {
    printed: { anyOf: [text, { ...object, additionalProperties: true }] },
    read: (sent, place) => {
      if (sent === '') return faultyAt(place, { fault: 'blank' });
      const named: unknown =
        isObject(sent) && Object.hasOwn(sent, 'id') ? Reflect.get(sent, 'id') : sent;
      const id = typeof named === 'string' ? readReference(sort, named) : null;
      return id === null ? faultyAt(place, { fault: 'malformed' }) : (id as Id);
    },
  };
}

function isObject(sent: unknown): sent is object {
  return typeof sent === 'object' && sent !== null && !Array.isArray(sent);
}

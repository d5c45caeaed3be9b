import { z } from 'zod';
import { parseId } from '../../domain/ids.js';

/**
 * How a bare id or an IRI of each sort looks; a host before it is ignored (docs/spec/product-groups-api.md §1).
 */
const patterns = {
  product:
    /^(?:(?:https?:\/\/[^/?#\s]{1,255})?\/(?:products|catalogue\/products)\/)?([a-fA-F\d]{24})$/,
  pricePlan: /^(?:(?:https?:\/\/[^/?#\s]{1,255})?\/(?:plans|price-plans)\/)?([a-fA-F\d]{24})$/,
  subscription: /^(?:(?:https?:\/\/[^/?#\s]{1,255})?\/subscriptions\/)?([a-fA-F\d]{24})$/,
  subscriptionItem: /^(?:(?:https?:\/\/[^/?#\s]{1,255})?\/subscription-items\/)?([a-fA-F\d]{24})$/,
  membership: /^(?:(?:https?:\/\/[^/?#\s]{1,255})?\/product-group-memberships\/)?([a-fA-F\d]{24})$/,
  customer: /^(?:(?:https?:\/\/[^/?#\s]{1,255})?\/customers\/)?([a-fA-F\d]{24})$/,
} as const satisfies Readonly<Record<string, RegExp>>;

/** What may be referred to. */
export type Referable = keyof typeof patterns;

/** The id of a text that is a bare id or an IRI; null for any other. */
export function readReference(sort: Referable, sent: string): string | null {
  const id = patterns[sort].exec(sent)?.[1];
  return id === undefined ? null : parseId(id);
}

/** How such a text looks, for the rule of a parameter. */
export function referencePattern(sort: Referable): RegExp {
  return patterns[sort];
}

/** Named once in the API document, whatever refers to it. */
function referenceTo(name: string, pattern: RegExp) {
  // Aborted: else the union tells where in an object the id stands, and not where the reference does.
  const text = z.string().regex(pattern, { abort: true });
  const object = z.object({ id: text }).meta({ id: `${name}WithId` });
  return z.union([text, object]).meta({ id: `${name}Reference` });
}

const references = {
  product: referenceTo('Product', patterns.product),
  pricePlan: referenceTo('PricePlan', patterns.pricePlan),
  subscription: referenceTo('Subscription', patterns.subscription),
  subscriptionItem: referenceTo('SubscriptionItem', patterns.subscriptionItem),
  membership: referenceTo('Membership', patterns.membership),
  customer: referenceTo('Customer', patterns.customer),
} as const satisfies Readonly<Record<Referable, z.ZodType>>;

/**
 * A reference in a body: a bare id, an IRI, or an object with such an `id`, so that what an answer prints may be sent
 * back. Example: all of `"56e1741a6fc9365306000101"`, `"/products/56e1741a6fc9365306000101"` and
 * `{"id": "56e1741a6fc9365306000101", "name": "Starter"}` are one product.
 */
export function referencePart<Id extends string>(sort: Referable) {
  return references[sort].transform(
    (sent) => readReference(sort, typeof sent === 'string' ? sent : sent.id) as Id,
  );
}

/** What a filter of a query names; null where it is left out. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller names the sort of id
export function namedIn<Id extends string>(sort: Referable, sent: string | undefined): Id | null {
  return sent === undefined ? null : (readReference(sort, sent) as Id | null);
}

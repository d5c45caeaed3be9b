import { subscriptionOf } from '../../../application/user-product/list-subscriptions.js';
import {
  type SearchSubscriptions,
  type SubscriptionQuery,
  subscriptionNeeds,
} from '../../../application/user-product/search-subscriptions.js';
import type { FoundSubscription } from '../../../application/ports/subscription-search.js';
import type { Catalogue } from '../../../domain/catalogue/catalogue.js';
import {
  parseId,
  type ProductGroupId,
  type SubscriptionId,
  toIdOrNull,
} from '../../../domain/ids.js';
import { parseDay } from '../../../domain/time/civil-time.js';
import { userProductStates } from '../../../domain/user-product/user-product.js';
import { makeEndpoint } from '../../core/endpoint.js';
import type { QueryOf } from '../../core/field-rule.js';
import { mapInTurns } from '../../core/map-in-turns.js';
import { limitOf, readCursor, toCursor } from '../cursor.js';
import type { PaywayDescription, PaywayEndpoint } from '../description.js';
import {
  codeField,
  dayField,
  idField,
  optional,
  pageFields,
  textField,
  wordField,
} from '../fields.js';
import { notFound } from '../problems/not-found.js';
import { unreadableCursor } from '../problems/parameter-problems.js';
import { type AnswerOf, hexId, pageOf, textOrNull } from '../schemas.js';
import { subscriptionShape, toSubscriptionItem } from '../subscription-shape.js';

export type SubscriptionSearchDeps = { readonly searchSubscriptions: SearchSubscriptions };

const foundSubscriptionShape = subscriptionShape
  .extend({ account_id: hexId, customer_number: textOrNull })
  .meta({ id: 'FoundSubscription', description: 'A subscription, and whose it is' });

const search = {
  name: 'searchSubscriptions',
  summary: 'Search subscriptions',
  description:
    'Subscriptions of all accounts, newest first, as they stand. `q` is all of an account id, a customer number, a ' +
    'subscription number, an order number, or the id of a user product or a change. A page may be short, or empty, and ' +
    'still have a `next`.',
  tag: 'Subscriptions',
  method: 'get',
  path: '/external/api/v1/subscription/search',
  scope: '/external/subscription/r',
  query: [
    textField('q', 100, optional),
    wordField('state', userProductStates, optional),
    codeField('product_code', optional),
    idField('product_group_id', optional),
    dayField('due_on', optional),
    wordField('needs', subscriptionNeeds, optional),
    ...pageFields,
  ],
  answer: { status: 200, schema: pageOf('FoundSubscriptionList', foundSubscriptionShape) },
  refusals: [],
} as const satisfies PaywayDescription;

/** What the organisation's accounts have, by what it is called (docs/spec/payway-api.md §6). */
export function makeSubscriptionSearchEndpoints({
  searchSubscriptions,
}: SubscriptionSearchDeps): PaywayEndpoint[] {
  return [
    makeEndpoint(search, async ({ query, caller: { organisationId } }) => {
      const before = query.after === undefined ? null : placeIn(query.after);
      if (query.after !== undefined && before === null) return unreadableCursor;
      const page = { before, limit: limitOf(query) };
      const searched = await searchSubscriptions({ organisationId, ...toQuery(query), ...page });
      if (searched === null) return notFound;
      const { found, context } = searched;
      const items = await mapInTurns(found.items, (it) => toFoundItem(it, context.catalogue));
      const next = found.next === null ? null : toCursor(found.next);
      return { status: 200, body: { items, next } };
    }),
  ];
}

function toFoundItem(
  { product, customerNumber }: FoundSubscription,
  catalogue: Catalogue,
): AnswerOf<typeof foundSubscriptionShape> {
  return {
    ...toSubscriptionItem(subscriptionOf(product, catalogue), catalogue.timeZone),
    account_id: product.accountId,
    customer_number: customerNumber,
  };
}

function placeIn(cursor: string): SubscriptionId | null {
  return parseId<SubscriptionId>(readCursor(cursor) ?? '');
}

type Sent = QueryOf<(typeof search)['query']>;

/** A day that there is not is one on which nothing ends. */
function toQuery({
  q,
  state,
  needs,
  product_code,
  product_group_id,
  due_on,
}: Sent): SubscriptionQuery {
  return {
    named: q ?? null,
    state: state ?? null,
    needs: needs ?? null,
    packageCode: product_code ?? null,
    groupId: toIdOrNull<ProductGroupId>(product_group_id ?? null),
    dueDay: due_on === undefined ? null : (parseDay(due_on) ?? noDay),
  };
}

const noDay = -1;

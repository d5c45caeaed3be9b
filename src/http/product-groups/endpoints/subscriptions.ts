import type { CreateSubscription } from '../../../application/checkout/create-subscription.js';
import type { PageQuery } from '../../../application/ports/page.js';
import type { WriteChain } from '../../../application/user-product/cancel-chain.js';
import type {
  FindChain,
  ListChains,
} from '../../../application/user-product/subscription-chain.js';
import {
  type AccountId,
  type SubscriptionId,
  toId,
  toIdOrNull,
  type UserProductId,
} from '../../../domain/ids.js';
import { type EndpointAnswer, makeEndpoint } from '../../core/endpoint.js';
import { isFailure } from '../../core/failure.js';
import { answerItemWrite } from '../answer-item-write.js';
import {
  choiceField,
  collectionOf,
  filterField,
  listAskedFor,
  orderField,
  pagingFields,
  toCollection,
} from '../collections.js';
import { nothingBody, orderBody, toOrder } from '../commands/subscription-body.js';
import type { ProductGroupsDescription, ProductGroupsEndpoint } from '../description.js';
import { resourceNotFound } from '../problems/failures.js';
import { violationsProblem } from '../problems/violations-problem.js';
import { namedIn } from '../references.js';
import { refusedSale } from '../refused-sale.js';
import { itemStatuses, stateCalled } from '../shapes/item-status.js';
import { chainShape, toChainItem } from '../shapes/subscription-shape.js';

export type CustomerSubscriptionsDeps = {
  readonly listChains: ListChains;
  readonly findChain: FindChain;
  readonly createSubscription: CreateSubscription;
  readonly cancelChain: WriteChain;
  readonly reactivateChain: WriteChain;
};

const path = '/subscriptions';
const one = `${path}/{id}` as const;
const tag = 'Customer subscriptions';
const read = {
  tag,
  method: 'get',
  scope: 'subscription:read',
  mayHaveIdentity: true,
  refusals: [],
} as const;
const write = {
  tag,
  scope: 'subscription:write',
  mayHaveIdentity: true,
  keeps: 'in_record',
} as const;

const list = {
  ...read,
  name: 'listCustomerSubscriptions',
  summary: 'List subscriptions of customers',
  description:
    'Subscriptions, oldest first, each with its living item or its last one. A token that names an account sees that ' +
    'account’s alone.',
  path,
  query: [
    ...pagingFields,
    orderField('createdAt'),
    filterField('customer', 'customer'),
    choiceField('status', itemStatuses),
  ],
  answer: { status: 200, schema: collectionOf('CustomerSubscriptionCollection', chainShape) },
} as const satisfies ProductGroupsDescription;

const find = {
  ...read,
  name: 'readCustomerSubscription',
  summary: 'Read a subscription of a customer',
  description: 'One subscription with its living item, or its last one.',
  path: one,
  answer: { status: 200, schema: chainShape },
} as const satisfies ProductGroupsDescription;

const create = {
  ...write,
  name: 'createCustomerSubscription',
  summary: 'Create a subscription for a customer',
  description:
    'Makes a subscription of one item in the back office, from now on or since `startDate`; what is due since then is ' +
    'applied and invoiced, period by period. It is on no membership of a product group.',
  method: 'post',
  path,
  body: orderBody,
  example: {
    customer: '/customers/56e1741a6fc9365306000001',
    items: [{ pricePlan: '/plans/56e1741a6fc9365306000141', quantity: 5 }],
    startDate: '2027-04-01T00:00:00+00:00',
  },
  answer: { status: 201, schema: chainShape },
  refusals: ['too_many_subscriptions'],
} as const satisfies ProductGroupsDescription;

const cancel = {
  ...write,
  name: 'cancelCustomerSubscription',
  summary: 'Cancel a subscription of a customer',
  description:
    'Lets a subscription end at the end of its period; a pending change is superseded. One that is canceled stays so.',
  method: 'put',
  path: `${one}/cancel`,
  body: nothingBody,
  takesIfMatch: true,
  answer: { status: 200, schema: chainShape },
  refusals: [
    'item_ended',
    'item_not_active',
    'item_externally_provisioned',
    'item_not_recurring',
    'product_not_cancelable',
    'item_without_end',
  ],
} as const satisfies ProductGroupsDescription;

const reactivate = {
  ...write,
  name: 'reactivateCustomerSubscription',
  summary: 'Reactivate a subscription of a customer',
  description: 'Takes a cancellation back before it has taken effect.',
  method: 'put',
  path: `${one}/reactivate`,
  body: nothingBody,
  takesIfMatch: true,
  answer: { status: 200, schema: chainShape },
  refusals: ['item_ended', 'item_not_canceled', 'item_without_end'],
} as const satisfies ProductGroupsDescription;

/** Subscriptions, in the back office (docs/spec/product-groups-api.md §4). */
export function makeCustomerSubscriptionEndpoints(
  deps: CustomerSubscriptionsDeps,
): ProductGroupsEndpoint[] {
  return [...makeReads(deps), ...makeWrites(deps)];
}

function makeReads(deps: CustomerSubscriptionsDeps): ProductGroupsEndpoint[] {
  return [
    makeEndpoint(list, async ({ query, caller: { organisationId, accountId: own } }) => {
      const asked = listAskedFor(query, ['createdAt']);
      if (isFailure(asked)) return asked;
      const { order, ...page } = asked;
      const named = namedIn<AccountId>('customer', query.customer);
      // Of another account than one's own there is nothing to be seen.
      if (own !== null && named !== null && named !== own) return nothingFound(page);
      const listed = await deps.listChains({
        organisationId,
        accountId: own ?? named,
        state: query.status === undefined ? null : stateCalled(query.status),
        direction: order.direction,
        ...page,
      });
      if (listed === null) return resourceNotFound;
      const { chains, context } = listed;
      const print = (it: (typeof chains.items)[number]) => toChainItem(it, context.catalogue);
      return { status: 200, body: toCollection(chains, page, print) };
    }),
    makeEndpoint(find, async ({ params, caller: { organisationId, accountId } }) => {
      const subscriptionId = toId<SubscriptionId>(params.id);
      const found = await deps.findChain({ organisationId, subscriptionId, accountId });
      return found === null ? resourceNotFound : answered(200, found);
    }),
  ];
}

function makeWrites(deps: CustomerSubscriptionsDeps): ProductGroupsEndpoint[] {
  return [
    makeEndpoint(create, async ({ body, chosenId, caller: { organisationId, accountId: own } }) => {
      const accountId = body.customer;
      if (own !== null && own !== accountId) return anotherCustomer;
      const result = await deps.createSubscription({
        organisationId,
        accountId,
        order: toOrder(body),
        chosenId: toIdOrNull<UserProductId>(chosenId),
      });
      return result.ok ? answered(201, result) : refusedSale(result);
    }),
    ...(
      [
        [cancel, deps.cancelChain],
        [reactivate, deps.reactivateChain],
      ] as const
    ).map(([description, writeChain]) =>
      makeEndpoint(
        description,
        async ({ params, guards, caller: { organisationId, accountId } }) => {
          const key = {
            organisationId,
            accountId,
            subscriptionId: toId<SubscriptionId>(params.id),
          };
          const result = await writeChain(key, guards);
          return result.ok ? answered(200, result) : answerItemWrite(result, unknown);
        },
      ),
    ),
  ];
}

function answered(
  status: 200 | 201,
  { chain, context }: NonNullable<Awaited<ReturnType<FindChain>>>,
): EndpointAnswer {
  return { status, body: toChainItem(chain, context.catalogue) };
}

const anotherCustomer = violationsProblem([{ name: 'customer', fault: 'not_found' }]);

const nothingFound = (page: PageQuery): EndpointAnswer => ({
  status: 200,
  body: toCollection({ items: [], totalItems: 0 }, page, (it) => it),
});

/** Of what was not written: that is answered in words of its own. */
const unknown = {
  answerOf: () => Promise.reject(new TypeError('what was not written has no answer')),
  itemNotFound: resourceNotFound,
  targetNotFound: resourceNotFound,
};

import type { CompleteCart } from '../../../application/checkout/complete-cart.js';
import type { CreateCart } from '../../../application/checkout/create-cart.js';
import type { FindCart } from '../../../application/checkout/find-cart.js';
import { type CartId, toId, toIdOrNull } from '../../../domain/ids.js';
import { makeEndpoint } from '../../core/endpoint.js';
import { nothingBody, orderBody, toOrder } from '../commands/subscription-body.js';
import type { ProductGroupsDescription, ProductGroupsEndpoint } from '../description.js';
import { resourceNotFound } from '../problems/failures.js';
import { fullProblem } from '../problems/refusals-problem.js';
import { refusedSale } from '../refused-sale.js';
import { cartShape, toCartItem } from '../shapes/cart-shape.js';

export type CartsDeps = {
  readonly createCart: CreateCart;
  readonly findCart: FindCart;
  readonly completeCart: CompleteCart;
};

const path = '/checkout/carts';
const one = `${path}/{id}` as const;
const tag = 'Checkout';
const write = { tag, scope: 'cart:write', keeps: 'in_record' } as const;

const create = {
  ...write,
  name: 'createCart',
  summary: 'Create a cart',
  description:
    'Puts what a customer is about to buy into a cart. Nothing is sold, and no price is held, until it is completed; a ' +
    'cart that is open for 30 days is gone.',
  method: 'post',
  path,
  body: orderBody,
  example: {
    customer: '/customers/56e1741a6fc9365306000001',
    items: [
      {
        product: '/products/56e1741a6fc9365306000104',
        pricePlan: '56e1741a6fc9365306000141',
        quantity: 5,
      },
    ],
  },
  answer: { status: 201, schema: cartShape },
  refusals: ['too_many_carts'],
} as const satisfies ProductGroupsDescription;

const find = {
  tag,
  name: 'readCart',
  summary: 'Read a cart',
  description:
    'One cart; once it is completed, with the subscription and the invoice that it has made.',
  method: 'get',
  path: one,
  scope: 'cart:read',
  answer: { status: 200, schema: cartShape },
  refusals: [],
} as const satisfies ProductGroupsDescription;

const complete = {
  ...write,
  name: 'completeCart',
  summary: 'Complete a cart',
  description:
    'Sells what is in a cart, at the price of now, and puts it on the membership that its price plan is linked to. ' +
    'However often it is completed, there is one subscription and one invoice.',
  method: 'put',
  path: `${one}/complete`,
  body: nothingBody,
  takesIfMatch: true,
  answer: { status: 200, schema: cartShape },
  refusals: ['too_many_subscriptions'],
} as const satisfies ProductGroupsDescription;

/** Buying (docs/spec/product-groups-api.md §4). */
export function makeCartEndpoints(deps: CartsDeps): ProductGroupsEndpoint[] {
  return [
    makeEndpoint(create, async ({ body, chosenId, caller: { organisationId } }) => {
      const result = await deps.createCart({
        organisationId,
        accountId: body.customer,
        order: toOrder(body),
        chosenId: toIdOrNull<CartId>(chosenId),
      });
      if (result.ok) return { status: 201, body: toCartItem(result) };
      return result.failure === 'full'
        ? fullProblem('too_many_carts', result)
        : refusedSale(result);
    }),
    makeEndpoint(find, async ({ params, caller: { organisationId } }) => {
      const found = await deps.findCart({ organisationId, id: toId<CartId>(params.id) });
      return found === null ? resourceNotFound : { status: 200, body: toCartItem(found) };
    }),
    makeEndpoint(complete, async ({ params, guards, caller: { organisationId } }) => {
      const result = await deps.completeCart({
        organisationId,
        id: toId<CartId>(params.id),
        ifMatch: guards.ifMatch,
      });
      return result.ok ? { status: 200, body: toCartItem(result) } : refusedSale(result);
    }),
  ];
}

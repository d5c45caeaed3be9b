import type { FindUserProduct } from '../../../application/user-product/find-user-product.js';
import { toId, type UserProductId } from '../../../domain/ids.js';
import { makeEndpoint } from '../../core/endpoint.js';
import type { ProductGroupsDescription, ProductGroupsEndpoint } from '../description.js';
import { resourceNotFound } from '../problems/failures.js';
import { itemShape, toItem } from '../shapes/item-shape.js';

export type SubscriptionItemsDeps = { readonly findUserProduct: FindUserProduct };

const find = {
  tag: 'Subscription items',
  name: 'readSubscriptionItem',
  summary: 'Read a subscription item',
  description: 'One item as it is now, or, where a change has ended it, as that left it.',
  method: 'get',
  path: '/subscription-items/{id}',
  scope: 'subscription:read',
  mayHaveIdentity: true,
  answer: { status: 200, schema: itemShape },
  refusals: [],
} as const satisfies ProductGroupsDescription;

/** What subscriptions are made of (docs/spec/product-groups-api.md §4). */
export function makeSubscriptionItemEndpoints(
  deps: SubscriptionItemsDeps,
): ProductGroupsEndpoint[] {
  return [
    makeEndpoint(find, async ({ params, caller: { organisationId, accountId } }) => {
      const userProductId = toId<UserProductId>(params.id);
      const found = await deps.findUserProduct({ organisationId, accountId, userProductId });
      if (found === null) return resourceNotFound;
      return { status: 200, body: toItem(found.product, found.context.catalogue) };
    }),
  ];
}

import type { ListUserProducts } from '../../../application/change/list-user-products.js';
import { parseId, type AccountId } from '../../../domain/ids.js';
import type { Endpoint, EndpointDescription } from '../../endpoint.js';
import { notFound } from '../errors.js';
import { itemsOf } from '../schemas.js';
import { toUserProductItem, userProductShape } from '../user-product-shape.js';

export type UserProductsDeps = { readonly listUserProducts: ListUserProducts };

const listUserProductsOfAccount = {
  name: 'listUserProducts',
  summary: 'List the user products of an account',
  description: 'All user products of an account, oldest first; what is due is applied first.',
  tag: 'User products',
  method: 'get',
  path: '/external/api/v1/userproducts/{accountId}',
  scope: '/external/userproduct/w',
  answer: { status: 200, schema: itemsOf('UserProductList', userProductShape) },
  refusals: [],
} as const satisfies EndpointDescription;

/** What an account has (spec/payway-api.md §5). */
export function makeUserProductsEndpoints({ listUserProducts }: UserProductsDeps): Endpoint[] {
  return [
    {
      ...listUserProductsOfAccount,
      handle: async ({ params, caller: { organisationId } }) => {
        const accountId = parseId<AccountId>(String(params.accountId));
        const listed =
          accountId === null ? null : await listUserProducts({ organisationId, accountId });
        if (listed === null) return notFound;
        const items = listed.userProducts.map((it) => toUserProductItem(it, listed.timeZone));
        return { status: 200, body: { items } };
      },
    },
  ];
}

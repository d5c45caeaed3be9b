import type { ListUserProducts } from '../../../application/user-product/list-user-products.js';
import { parseId, type AccountId } from '../../../domain/ids.js';
import { makeEndpoint } from '../../core/endpoint.js';
import { mapInTurns } from '../../core/map-in-turns.js';
import type { PaywayDescription, PaywayEndpoint } from '../description.js';
import { notFound } from '../problems/not-found.js';
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
} as const satisfies PaywayDescription;

/** What an account has (docs/spec/payway-api.md §5). */
export function makeUserProductsEndpoints({
  listUserProducts,
}: UserProductsDeps): PaywayEndpoint[] {
  return [
    makeEndpoint(listUserProductsOfAccount, async ({ params, caller: { organisationId } }) => {
      const accountId = parseId<AccountId>(params.accountId);
      const listed =
        accountId === null ? null : await listUserProducts({ organisationId, accountId });
      if (listed === null) return notFound;
      const items = await mapInTurns(listed.userProducts, (it) =>
        toUserProductItem(it, listed.timeZone),
      );
      return { status: 200, body: { items } };
    }),
  ];
}

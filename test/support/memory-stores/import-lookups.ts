import type { ImportLookups } from '../../../src/application/ports/import-lookups.js';
import type { StoredUserProduct } from '../../../src/application/ports/user-product-store.js';
import type { AccountId } from '../../../src/domain/ids.js';
import { type Memory, type Owned, rowOf, rowsOf } from './memory.js';
import { inOneStep } from './one-step.js';

const isOf =
  (id: AccountId) =>
  ({ product }: StoredUserProduct): boolean =>
    product.accountId === id;

/** What an import asks before it writes anything. */
export function makeImportLookups({
  accounts,
  packages,
  productGroups,
  documents,
  userProducts,
  webhookEndpoints,
}: Memory): ImportLookups {
  const collections: Readonly<Record<string, ReadonlyMap<string, Owned<unknown>>>> = {
    packages,
    product_groups: productGroups,
    accounts,
    billing_documents: documents,
    user_products: userProducts,
    webhook_endpoints: webhookEndpoints,
  };

  return inOneStep<ImportLookups>({
    existingAccounts: (organisationId, ids) =>
      new Set(ids.filter((id) => rowOf(accounts, organisationId, id) !== null)),

    countUserProducts: (organisationId, accountIds) =>
      new Map(
        accountIds
          .map((id) => [id, rowsOf(userProducts, organisationId).filter(isOf(id)).length] as const)
          .filter(([, count]) => count > 0),
      ),

    userProductsOf: (organisationId, ids) =>
      new Map(
        rowsOf(userProducts, organisationId)
          .filter(({ product }) => ids.includes(product.subscriptionId))
          .map(({ product }) => [product.subscriptionId, product.id] as const),
      ),

    hasLivingUserProducts: (organisationId) =>
      rowsOf(userProducts, organisationId).some(
        ({ product, successor }) => product.state !== 'deactivated' || successor !== null,
      ),

    takenElsewhere: (organisationId, collection, ids) => {
      const rows = collections[collection];
      const ownerOf = (id: string) => rows?.get(id)?.organisationId ?? organisationId;
      return new Set(ids.filter((id) => ownerOf(id) !== organisationId));
    },
  });
}

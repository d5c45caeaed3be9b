import type { TimeZone } from '../../domain/time/instant.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import type { AccountKey, ReadAccountRows } from './read-account-rows.js';

type ListedUserProducts = {
  readonly userProducts: readonly UserProduct[];
  readonly timeZone: TimeZone;
};

/** Oldest first; null for an account that is unknown. */
export type ListUserProducts = (query: AccountKey) => Promise<ListedUserProducts | null>;

/** All user products of an account as they are now. */
export function makeListUserProducts(deps: {
  readonly readAccountRows: ReadAccountRows;
}): ListUserProducts {
  return async (query) => {
    const account = await deps.readAccountRows(query);
    if (account === null) return null;
    const userProducts = account.rows.map((row) => row.product);
    return { userProducts, timeZone: account.context.organisation.timeZone };
  };
}

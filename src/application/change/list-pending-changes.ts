import type { Catalogue } from '../../domain/catalogue/catalogue.js';
import type { PendingChange } from '../../domain/user-product/change.js';
import type { UserProductId } from '../../domain/ids.js';
import type { AccountKey, ReadAccountRows } from '../user-product/read-account-rows.js';

type Query = AccountKey & {
  /** That one alone. */
  readonly userProductId: UserProductId | null;
};

/** Of the oldest user product first; null for an account that is unknown, or a user product that is not its. */
export type ListPendingChanges = (query: Query) => Promise<{
  readonly pendingChanges: readonly PendingChange[];
  readonly catalogue: Catalogue;
} | null>;

/** What waits for the end of a period, of an account (docs/spec/payway-api.md §5). */
export function makeListPendingChanges(deps: {
  readonly readAccountRows: ReadAccountRows;
}): ListPendingChanges {
  return async ({ userProductId, ...account }) => {
    const read = await deps.readAccountRows(account);
    if (read === null) return null;
    const products = read.rows
      .map((row) => row.product)
      .filter((it) => userProductId === null || it.id === userProductId);
    if (userProductId !== null && products.length === 0) return null;
    const pendingChanges = products.flatMap((it) => it.pendingChange ?? []);
    return { pendingChanges, catalogue: read.context.catalogue };
  };
}

import type { Change } from '../../domain/user-product/change.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import type { UserProductId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import type { OrganisationContext } from '../catalogue/organisation-context.js';
import type { ChangeStore } from '../ports/change-store.js';
import type { AccountKey, ReadAccountRows } from '../user-product/read-account-rows.js';
import { knownChanges } from './known-changes.js';

/** A subscription from its first user product to what it is now, and all that was asked of it. */
export type SubscriptionLife = {
  /** Oldest first; never empty. */
  readonly products: readonly UserProduct[];
  /** The living one, or the one that ended last. */
  readonly last: UserProduct;
  /** Newest first. */
  readonly changes: readonly Change[];
  readonly now: Instant;
  readonly context: OrganisationContext;
};

/** Null for what is not there, not this organisation's or not this account's. */
export type ReadSubscription = (
  key: AccountKey & { readonly userProductId: UserProductId },
) => Promise<SubscriptionLife | null>;

export type ReadSubscriptionDeps = {
  readonly readAccountRows: ReadAccountRows;
  readonly changes: Pick<ChangeStore, 'listByAccount'>;
};

/** The subscription that any of its user products names, as it is now: what is due on it is applied first. */
export function makeReadSubscription(deps: ReadSubscriptionDeps): ReadSubscription {
  return async ({ organisationId, accountId, userProductId }) => {
    const read = await deps.readAccountRows({ organisationId, accountId }, 'show');
    if (read === null) return null;
    const { now, context } = read;
    const named = read.rows.find(({ product }) => product.id === userProductId);
    if (now === null || named === undefined) return null;
    const { subscriptionId } = named.product;
    const rows = read.rows.filter(({ product }) => product.subscriptionId === subscriptionId);
    const written = await deps.changes.listByAccount(organisationId, accountId);
    const changes = knownChanges(written, rows)
      .filter((it) => it.subscriptionId === subscriptionId)
      .toSorted(byRequest);
    const products = rows.map(({ product }) => product);
    return { products, last: lastOf(products), changes, now, context };
  };
}

/** Newest first; of one instant, the one with the greater id, which was made later. */
function byRequest(a: Change, b: Change): number {
  return b.requestedAt - a.requestedAt || (a.id < b.id ? 1 : -1);
}

function lastOf(products: readonly UserProduct[]): UserProduct {
  const last = products.findLast((it) => it.endedBy === null) ?? products.at(-1);
  if (last === undefined) throw new Error('a subscription without a user product');
  return last;
}

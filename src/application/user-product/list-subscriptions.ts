import type { Catalogue } from '../../domain/catalogue/catalogue.js';
import type { Money } from '../../domain/money/money.js';
import type { TimeZone } from '../../domain/time/instant.js';
import { nextPriceOf } from '../../domain/user-product/next-price.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import type { AccountKey, ReadAccountRows } from './read-account-rows.js';

/** A user product with what the catalogue says of it now. */
export type Subscription = {
  readonly userProduct: UserProduct;
  readonly isCampaign: boolean;
  /** Null where nothing follows. */
  readonly nextPrice: Money | null;
};

/** Oldest first; null for an account that is unknown. */
export type ListSubscriptions = (query: AccountKey) => Promise<{
  readonly subscriptions: readonly Subscription[];
  readonly timeZone: TimeZone;
} | null>;

/** The rich form of what an account has (docs/spec/payway-api.md §5). */
export function makeListSubscriptions(deps: {
  readonly readAccountRows: ReadAccountRows;
}): ListSubscriptions {
  return async (query) => {
    const account = await deps.readAccountRows(query);
    if (account === null) return null;
    const { catalogue } = account.context;
    const subscriptions = account.rows.map(({ product }) => subscriptionOf(product, catalogue));
    return { subscriptions, timeZone: catalogue.timeZone };
  };
}

/** The same of one user product. */
export function subscriptionOf(userProduct: UserProduct, catalogue: Catalogue): Subscription {
  const isCampaign = catalogue.packagesById.get(userProduct.packageId)?.kind === 'campaign';
  return { userProduct, isCampaign, nextPrice: nextPriceOf(userProduct, catalogue) };
}

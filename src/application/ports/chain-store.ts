import type { AccountId, OrganisationId, SubscriptionId } from '../../domain/ids.js';
import type { UserProductState } from '../../domain/user-product/user-product.js';
import type { ListDirection, Page, PageQuery } from './page.js';

/** Where a subscription's user products are to be found. */
export type FoundChain = { readonly id: SubscriptionId; readonly accountId: AccountId };

export type ChainPageQuery = PageQuery & {
  /** Of the last user product of a chain; null: whatever it is. */
  readonly state: UserProductState | null;
  readonly direction: ListDirection;
};

/** Subscriptions of an organisation, whichever account has them. */
export type ChainStore = {
  /**
   * In the order of their ids. One whose change is on its way at this very instant may be counted twice, but stands on a
   * page once.
   */
  page(organisationId: OrganisationId, query: ChainPageQuery): Promise<Page<FoundChain>>;
  find(organisationId: OrganisationId, id: SubscriptionId): Promise<FoundChain | null>;
};

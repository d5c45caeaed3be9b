import type { AccountId, OrganisationId, SubscriptionId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import type { UserProduct, UserProductState } from '../../domain/user-product/user-product.js';
import type { OrganisationContext } from '../catalogue/organisation-context.js';
import type { WhenTooMuchIsDue } from './read-account-rows.js';
import type { ListDirection, Page, PageQuery } from '../ports/page.js';

/** The user products that a subscription is made of: the first names it, the last is what it is now. */
export type SubscriptionChain = {
  readonly id: SubscriptionId;
  readonly accountId: AccountId;
  /** When its first user product was made. */
  readonly createdAt: Instant;
  /** The living one, or the one that ended last. */
  readonly last: UserProduct;
};

export type ListChainsQuery = PageQuery & {
  readonly organisationId: OrganisationId;
  /** Null: of all accounts. One that is unknown has none. */
  readonly accountId: AccountId | null;
  /** Of the last one; null: whatever it is. */
  readonly state: UserProductState | null;
  readonly direction: ListDirection;
};

/** In the order of their ids, which is the order that they were made in. Null for an organisation that is unknown. */
export type ListChains = (query: ListChainsQuery) => Promise<{
  readonly chains: Page<SubscriptionChain>;
  readonly context: OrganisationContext;
} | null>;

/** Null for one that is unknown, another organisation's, or, where an account is named, another account's. */
export type FindChain = (query: {
  readonly organisationId: OrganisationId;
  readonly subscriptionId: SubscriptionId;
  readonly accountId: AccountId | null;
  readonly whenTooMuchIsDue?: WhenTooMuchIsDue;
}) => Promise<{
  readonly chain: SubscriptionChain;
  readonly context: OrganisationContext;
} | null>;

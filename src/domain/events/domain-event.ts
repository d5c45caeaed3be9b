import type { PackageKind, Rank } from '../catalogue/package.js';
import type {
  AccountId,
  ChangeId,
  EventId,
  OrganisationId,
  PackageId,
  SubscriptionId,
  UserProductId,
} from '../ids.js';
import type { Instant } from '../time/instant.js';
import type { UserProduct } from '../user-product/user-product.js';

/** design.md §7. Past tense; each name says one effect. */
export type EventType =
  | 'package_upgrade'
  | 'package_downgrade'
  | 'package_downgrade_completed'
  | 'package_change'
  | 'package_change_completed'
  | 'package_change_cancelled'
  | 'package_change_failed'
  | 'package_change_undone'
  | 'user_product_created'
  | 'user_product_updated'
  | 'user_product_cancelled'
  | 'user_product_uncancelled'
  | 'user_product_renewed'
  | 'user_product_deactivated';

/** What of a user product an event tells: enough to rebuild the row by folding the log. */
export type UserProductFacts = Omit<UserProduct, 'endedBy' | 'organisationId' | 'accountId'>;

export type PackageFacts = {
  readonly id: PackageId;
  readonly code: string;
  readonly kind: PackageKind | null;
  readonly name: string | null;
  readonly rank: Rank | null;
};

export type EventSide = { readonly userProduct: UserProductFacts; readonly package: PackageFacts };

/** One effect, both sides of it. `sequence` counts 1, 2, 3 … along the chain of a subscription. */
export type DomainEvent = {
  readonly id: EventId;
  readonly sequence: number;
  readonly type: EventType;
  readonly occurredAt: Instant;
  readonly organisationId: OrganisationId;
  readonly accountId: AccountId;
  readonly userProductId: UserProductId;
  readonly subscriptionId: SubscriptionId;
  readonly changeId: ChangeId | null;
  readonly before: EventSide | null;
  readonly after: EventSide | null;
};

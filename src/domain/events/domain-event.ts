import type {
  AccountId,
  ChangeId,
  EventId,
  OrganisationId,
  SubscriptionId,
  UserProductId,
} from '../ids.js';
import type { Instant } from '../time/instant.js';

/** docs/architecture.md §7. Past tense; each name says one effect. */
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

/** One effect, both sides of what it happened to. `sequence` counts 1, 2, 3 … along the chain of a subscription. */
export type EventOf<Side> = {
  readonly id: EventId;
  readonly sequence: number;
  readonly type: EventType;
  readonly occurredAt: Instant;
  readonly organisationId: OrganisationId;
  readonly accountId: AccountId;
  readonly userProductId: UserProductId;
  readonly subscriptionId: SubscriptionId;
  readonly changeId: ChangeId | null;
  readonly before: Side | null;
  readonly after: Side | null;
};

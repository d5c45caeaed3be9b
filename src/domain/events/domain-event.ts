import type {
  AccountId,
  ChangeId,
  EventId,
  OrganisationId,
  SubscriptionId,
  UserProductId,
} from '../ids.js';
import type { BillingDocument } from '../billing/billing-document.js';
import type { Instant } from '../time/instant.js';

/** docs/architecture.md §7. Past tense; each name says one effect. */
export type EventType =
  | 'package_upgrade'
  | 'package_upgrade_scheduled'
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
  | 'user_product_deactivated'
  | 'invoice.created'
  | 'credit_note.created'
  | 'credit_note.send_requested';

/**
 * One effect, both sides of what it happened to. `sequence` counts 1, 2, 3 … along the chain of a subscription.
 * `document` is what an event about a document tells of, `settlement` what a change came to in money.
 */
export type EventOf<Side, Settlement = unknown> = {
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
  readonly document: BillingDocument | null;
  readonly settlement: Settlement | null;
};

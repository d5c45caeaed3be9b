import type { Catalogue } from '../catalogue/catalogue.js';
import type { EventType } from '../events/domain-event.js';
import type { BillingDocument } from '../billing/billing-document.js';
import type { ChangeId, EventId } from '../ids.js';
import type { Instant } from '../time/instant.js';
import type { ChangeSettlement } from './change.js';
import { type DomainEvent, type EventSide, eventSideOf } from './event-side.js';
import type { UserProduct } from './user-product.js';

/** One effect of a commit, not yet an event: what happened to which user product, by which change. */
export type Effect = {
  readonly type: EventType;
  readonly changeId: ChangeId | null;
  readonly before: UserProduct | null;
  readonly after: UserProduct;
  readonly document?: BillingDocument;
  readonly settlement?: ChangeSettlement;
};

/**
 * The events of one commit (docs/architecture.md §7), numbered on from the chain's last sequence. Each side carries the
 * sequence that it is or was known by, so that the last side of a user product is the row itself.
 */
export function numberEffects(
  effects: readonly Effect[],
  commit: {
    occurredAt: Instant;
    lastSequence: number;
    catalogue: Catalogue;
    nextEventId: () => EventId;
  },
): readonly DomainEvent[] {
  const sideOf = (product: UserProduct, lastSequence: number): EventSide =>
    eventSideOf({ ...product, lastSequence }, commit.catalogue);
  return effects.map(({ type, changeId, before, after, ...told }, index) => {
    const subject = before ?? after;
    const sequence = commit.lastSequence + index + 1;
    return {
      id: commit.nextEventId(),
      sequence,
      type,
      occurredAt: commit.occurredAt,
      organisationId: subject.organisationId,
      accountId: subject.accountId,
      userProductId: subject.id,
      subscriptionId: subject.subscriptionId,
      changeId,
      before: before === null ? null : sideOf(before, sequence - 1),
      after: sideOf(after, sequence),
      document: told.document ?? null,
      settlement: told.settlement ?? null,
    };
  });
}

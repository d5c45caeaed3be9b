import type { Change } from '../user-product/change.js';
import { eventIdsOf } from '../user-product/commit-frame.js';
import type { DomainEvent } from '../user-product/event-side.js';
import type { ChangeOrder } from './change-order.js';

/** The row of the collection `changes` for a change that was just accepted: waiting, or applied and closed. */
export function openedChange(
  { product, decision, changeId, requestedBy, now }: ChangeOrder,
  outcome: Pick<Change, 'state' | 'closedAt' | 'successorId' | 'documents'>,
  events: readonly DomainEvent[],
): Change {
  const { kind, behaviour, rule, requirements, effectiveAt, target, amounts } = decision;
  return {
    id: changeId,
    accountId: product.accountId,
    userProductId: product.id,
    subscriptionId: product.subscriptionId,
    supersedes: product.pendingChange?.changeId ?? null,
    kind,
    behaviour,
    rule,
    requirements,
    requestedAt: now,
    requestedBy,
    effectiveAt,
    target,
    amounts,
    eventIds: eventIdsOf(events, changeId),
    ...outcome,
  };
}

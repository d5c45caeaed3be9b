import type { ChangeId } from '../ids.js';
import type { Instant } from '../time/instant.js';
import { registeredEvent } from '../user-product/change-events.js';
import type { Change, ChangeRowWrite, PendingChange } from '../user-product/change.js';
import { eventIdsOf } from '../user-product/commit-frame.js';
import type { DomainEvent } from '../user-product/event-side.js';
import type { Effect } from '../user-product/number-effects.js';
import type { UserProduct } from '../user-product/user-product.js';

/** A change that was superseded, and the id that it waits under from now: its own row is closed and stays so. */
export type Restored = { readonly change: Change; readonly changeId: ChangeId };

/** A superseded change as it waits again, on the terms of before, until `dueAt` (docs/spec/operations.md §1). */
export function waitingAgain({ change, changeId }: Restored, dueAt: Instant): PendingChange {
  const { kind, behaviour, rule, target, requestedAt, requestedBy } = change;
  return { changeId, kind, behaviour, rule, target, requestedAt, requestedBy, dueAt };
}

/** What is told when it waits again: as when it was registered. None where nothing waits in `after`. */
export function toldAgain(before: UserProduct, after: UserProduct): readonly Effect[] {
  const { pendingChange } = after;
  if (pendingChange === null) return [];
  const { kind, changeId } = pendingChange;
  return [{ type: registeredEvent[kind], changeId, before, after }];
}

/** Its new row, opened in the user product that it waits in; none where nothing waits in it. */
export function openedAgain(
  { change }: Restored,
  { id, pendingChange }: UserProduct,
  events: readonly DomainEvent[],
): readonly ChangeRowWrite[] {
  if (pendingChange === null) return [];
  const { changeId, dueAt } = pendingChange;
  const opened: Change = {
    ...change,
    id: changeId,
    userProductId: id,
    successorId: null,
    state: 'created',
    effectiveAt: dueAt,
    closedAt: null,
    eventIds: eventIdsOf(events, changeId),
  };
  return [{ write: 'open', change: opened }];
}

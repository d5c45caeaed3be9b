import type { EventId, OutboxEntryId, UserProductId } from '../../domain/ids.js';
import { toId } from '../../domain/ids.js';
import type { Transition, TransitionIds } from '../../domain/user-product/transition.js';
import type { Clock } from '../ports/clock.js';
import type { IdSource } from '../ports/id-source.js';
import type { CommitWrite, StoredUserProduct } from '../ports/user-product-store.js';

export type CommitWriteDeps = { readonly ids: IdSource; readonly clock: Clock };

/** Ids for one transition. The successor's is handed in where it was chosen once for all tries of a request. */
export function transitionIds(ids: IdSource, successorId?: UserProductId): TransitionIds {
  return {
    successorId: successorId ?? toId<UserProductId>(ids.next()),
    nextEventId: () => toId<EventId>(ids.next()),
  };
}

/**
 * A transition of the row as it was read, as one commit (design.md §3). Where the chain goes on in a successor, the
 * source's undrained entries and the new one travel with it, so that its events always wait in one document.
 */
export function commitWrite(
  deps: CommitWriteDeps,
  row: StoredUserProduct,
  transition: Transition,
): CommitWrite {
  const { next, changeId, changeRows, events } = transition;
  const id = toId<OutboxEntryId>(deps.ids.next());
  const entry = { id, createdAt: deps.clock.now(), changeRows, events };
  const successor =
    transition.successor === null
      ? null
      : { product: transition.successor, outbox: [...row.outbox, entry] };
  return { next, changeId, entry, successor };
}

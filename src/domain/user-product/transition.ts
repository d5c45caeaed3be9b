import type { ChangeId, DocumentId, EventId, UserProductId } from '../ids.js';
import type { ChangeRowWrite } from './change.js';
import type { DomainEvent } from './event-side.js';
import type { UserProduct } from './user-product.js';

/**
 * Everything one commit means (docs/architecture.md §3): the row as it is next, the successor where the change makes
 * one, what is said of change rows, and the events. `next.version` is the source's + 1; `next.lastSequence` counts all
 * events.
 */
export type Transition = {
  readonly next: UserProduct;
  readonly successor: UserProduct | null;
  readonly changeRows: readonly ChangeRowWrite[];
  readonly events: readonly DomainEvent[];
  /** The change that asked for this commit, if one did: it goes into `recent_changes`. */
  readonly changeId: ChangeId | null;
};

/** Ids chosen by the caller: the domain knows no chance. The last two are called once for each event and document. */
export type TransitionIds = {
  readonly successorId: UserProductId;
  readonly nextEventId: () => EventId;
  readonly nextDocumentId: () => DocumentId;
};

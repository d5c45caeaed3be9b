import {
  type DocumentId,
  type EventId,
  type OutboxEntryId,
  type UserProductId,
  toId,
} from '../../domain/ids.js';
import type { Transition, TransitionIds } from '../../domain/user-product/transition.js';
import type { Clock, IdSource } from '../ports/surroundings.js';
import type {
  CommitWrite,
  KeptAnswers,
  OutboxEntry,
  StoredUserProduct,
} from '../ports/user-product-store.js';

export type BuildCommitDeps = { readonly ids: IdSource; readonly clock: Clock };

/** Ids for one transition. The successor's is handed in where it was chosen once for all tries of a request. */
export function transitionIds(ids: IdSource, successorId?: UserProductId): TransitionIds {
  return {
    successorId: successorId ?? toId<UserProductId>(ids.next()),
    nextEventId: () => toId<EventId>(ids.next()),
    nextDocumentId: () => toId<DocumentId>(ids.next()),
  };
}

/** What a commit has to tell, to wait in an outbox. */
export function newEntry(
  { ids, clock }: BuildCommitDeps,
  told: Pick<OutboxEntry, 'changeRows' | 'events'>,
): OutboxEntry {
  return { id: toId<OutboxEntryId>(ids.next()), createdAt: clock.now(), ...told };
}

/**
 * A transition of the row as it was read, as one commit (docs/architecture.md §3). Where the chain goes on in a
 * successor, the source's undrained entries and the new one travel with it, so that its events always wait in one
 * document.
 */
export function buildCommit(
  deps: BuildCommitDeps,
  { row, kept = null }: { row: StoredUserProduct; kept?: KeptAnswers | null },
  transition: Transition,
): CommitWrite {
  const { next, changeId, changeRows, events } = transition;
  const entry = newEntry(deps, { changeRows, events });
  const successor =
    transition.successor === null
      ? null
      : { product: transition.successor, outbox: [...row.outbox, entry] };
  return { next, changeId, entry, successor, kept };
}

import type { DomainEvent, EventType } from '../../domain/events/domain-event.js';
import type { EventId, OrganisationId, UserProductId } from '../../domain/ids.js';

/** An event with its place in the organisation's log: 1, 2, 3 … without a gap (design.md §7). */
export type LoggedEvent = {
  readonly position: number;
  readonly event: DomainEvent;
  /** Its account was erased: `before` and `after` are null, whatever they said. */
  readonly erased?: true;
};

export type EventLog = {
  /** Position of the last event of the organisation, 0 where there is none. */
  lastPosition(organisationId: OrganisationId): Promise<number>;
  /**
   * One ordered insert at `after + 1`, `after + 2`, …, which stops at the first duplicate. Answers how many of the
   * given were written, and which of the rest the log has already. None known: a position was taken by somebody else.
   */
  append(
    organisationId: OrganisationId,
    batch: { after: number; events: readonly DomainEvent[] },
  ): Promise<{ written: number; known: ReadonlySet<EventId> }>;
  /** In log order; up to that position, of that user product and of that type where they are given. */
  read(organisationId: OrganisationId, page: LogPage): Promise<readonly LoggedEvent[]>;
};

export type LogPage = {
  readonly after: number;
  readonly limit: number;
  readonly upTo?: number;
  readonly userProductId?: UserProductId;
  readonly type?: EventType;
};

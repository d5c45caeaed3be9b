import type { DomainEvent } from '../../domain/user-product/event-side.js';
import type { EventType } from '../../domain/events/domain-event.js';
import type { EventId, OrganisationId, UserProductId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';

/** An event with its place in the organisation's log: 1, 2, 3 … without a gap (docs/architecture.md §7). */
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
  /** Against that order, from below a position back to another, which is not included. */
  readBack(organisationId: OrganisationId, page: BackLogPage): Promise<readonly LoggedEvent[]>;
  /** How many there are after a position, up to another: of these types, or of all for null. */
  count(
    organisationId: OrganisationId,
    range: {
      readonly after: number;
      readonly upTo: number;
      readonly types: readonly EventType[] | null;
    },
  ): Promise<number>;
};

export type LogPage = {
  readonly after: number;
  readonly limit: number;
  readonly upTo?: number;
  readonly userProductId?: UserProductId;
  readonly type?: EventType;
};

export type BackLogPage = Pick<LogPage, 'after' | 'limit' | 'userProductId' | 'type'> & {
  readonly before: number;
};

/** The beginning of an organisation's log, and how it is moved. */
export type EventRetention = {
  /** The position that the log begins at, 1 while nothing was removed; below it anything may be missing. */
  logStartsAt(organisationId: OrganisationId): Promise<number>;
  /** Says where the log begins before anything is removed. Never goes back. */
  startLogAt(organisationId: OrganisationId, position: number): Promise<void>;
  /** The first events of the log, with the real time at which each was written into it, in whole seconds. */
  oldest(
    organisationId: OrganisationId,
    limit: number,
  ): Promise<readonly { readonly position: number; readonly writtenAt: Instant }[]>;
  /** Removes what stands below a position; answers how many. */
  removeBelow(organisationId: OrganisationId, position: number): Promise<number>;
};

/** The log as webhooks read it: single events, by their places or by their ids. */
export type WebhookEventSource = {
  /** In log order; a position that the log does not have is left out. */
  findAt(
    organisationId: OrganisationId,
    positions: readonly number[],
  ): Promise<readonly LoggedEvent[]>;
  /** Null: the organisation has no such event. */
  positionOf(organisationId: OrganisationId, eventId: EventId): Promise<number | null>;
};

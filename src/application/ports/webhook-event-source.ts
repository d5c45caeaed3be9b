import type { EventId, OrganisationId } from '../../domain/ids.js';
import type { LoggedEvent } from './event-log.js';

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

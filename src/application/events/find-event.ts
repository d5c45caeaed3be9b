import type { EventId, OrganisationId } from '../../domain/ids.js';
import type { LoggedEvent, WebhookEventSource } from '../ports/event-log.js';

/** Null: the organisation's log has no such event, or has it no more. */
export type FindEvent = (key: {
  readonly organisationId: OrganisationId;
  readonly id: EventId;
}) => Promise<LoggedEvent | null>;

export type FindEventDeps = { readonly webhookEvents: WebhookEventSource };

/** One event of the log, by its id. */
export function makeFindEvent({ webhookEvents }: FindEventDeps): FindEvent {
  return async ({ organisationId, id }) => {
    const position = await webhookEvents.positionOf(organisationId, id);
    if (position === null) return null;
    const [found] = await webhookEvents.findAt(organisationId, [position]);
    return found ?? null;
  };
}

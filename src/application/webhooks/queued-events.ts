import type { LoggedEvent } from '../ports/event-log.js';
import type { QueuedEvent } from '../ports/webhook-delivery-store.js';
import type { WebhookEndpoint } from '../ports/webhook-endpoint-store.js';

/** Those of a page of the log that an endpoint wants, as its deliveries refer to them. */
export function queuedEvents(
  page: readonly LoggedEvent[],
  types: WebhookEndpoint['types'],
): readonly QueuedEvent[] {
  return page
    .filter(({ event }) => types === null || types.includes(event.type))
    .map(({ position, event }) => ({
      position,
      eventId: event.id,
      eventType: event.type,
      subscriptionId: event.subscriptionId,
    }));
}

import type { OrganisationId } from '../../domain/ids.js';
import type { EventLog } from '../ports/event-log.js';
import type { WebhookDeliveryStore } from '../ports/webhook-delivery-store.js';
import type { WebhookEndpointStore } from '../ports/webhook-endpoint-store.js';

/** Answers how many endpoints there are. */
export type SkipEvents = (
  organisationId: OrganisationId,
) => Promise<{ readonly ok: true; readonly endpoints: number }>;

/**
 * Moves every endpoint to the end of the log and forgets what waits, so that nothing that was restored is sent again
 * (docs/operating.md). While workers run, something may have gone out by then.
 */
export function makeSkipEvents(deps: {
  readonly webhookEndpoints: Pick<WebhookEndpointStore, 'list' | 'advance'>;
  readonly webhookDeliveries: Pick<WebhookDeliveryStore, 'removeAll'>;
  readonly events: Pick<EventLog, 'lastPosition'>;
}): SkipEvents {
  return async (organisationId) => {
    const endpoints = await deps.webhookEndpoints.list(organisationId);
    const end = await deps.events.lastPosition(organisationId);
    for (const { id } of endpoints) {
      await deps.webhookEndpoints.advance(organisationId, id, end);
      await deps.webhookDeliveries.removeAll(organisationId, id);
    }
    return { ok: true, endpoints: endpoints.length };
  };
}

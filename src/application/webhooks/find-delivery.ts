import type { WebhookDelivery, WebhookDeliveryStore } from '../ports/webhook-delivery-store.js';
import type { Clock } from '../ports/surroundings.js';
import type { WebhookEndpointStore } from '../ports/webhook-endpoint-store.js';
import type { WebhookEndpointKey } from './manage-endpoints.js';

/** One event at one endpoint. */
type DeliveryKey = WebhookEndpointKey & { readonly position: number };

/** Null: there is no such endpoint, or it has none of that event. */
export type FindDelivery = (key: DeliveryKey) => Promise<WebhookDelivery | null>;

export type FindDeliveryDeps = {
  readonly webhookEndpoints: Pick<WebhookEndpointStore, 'find'>;
  readonly webhookDeliveries: Pick<WebhookDeliveryStore, 'list'>;
};

/** One delivery, with its attempts. */
export function makeFindDelivery(deps: FindDeliveryDeps): FindDelivery {
  return async ({ organisationId, id, position }) => {
    if ((await deps.webhookEndpoints.find(organisationId, id)) === null) return null;
    const page = { state: null, after: position - 1, limit: 1 };
    const [found] = await deps.webhookDeliveries.list(organisationId, id, page);
    return found?.position === position ? found : null;
  };
}

export type ReplayDelivery = (
  key: DeliveryKey,
) => Promise<{ readonly ok: true } | { readonly ok: false; readonly failure: 'unknown_delivery' }>;

export type ReplayDeliveryDeps = {
  readonly findDelivery: FindDelivery;
  readonly webhookDeliveries: Pick<WebhookDeliveryStore, 'queueAgain'>;
  readonly clock: Clock;
};

/** Queues one delivery once more, whatever came of it: as a replay of the range that holds its event alone. */
export function makeReplayDelivery(deps: ReplayDeliveryDeps): ReplayDelivery {
  return async (key) => {
    const found = await deps.findDelivery(key);
    if (found === null) return { ok: false, failure: 'unknown_delivery' };
    const { position, eventId, eventType, subscriptionId } = found;
    const events = [{ position, eventId, eventType, subscriptionId }];
    const batch = { events, now: deps.clock.now() };
    await deps.webhookDeliveries.queueAgain(key.organisationId, key.id, batch);
    return { ok: true };
  };
}

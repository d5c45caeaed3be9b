import type {
  WebhookDelivery,
  WebhookDeliveryState,
  WebhookDeliveryStore,
} from '../ports/webhook-delivery-store.js';
import type { WebhookEndpointStore } from '../ports/webhook-endpoint-store.js';
import {
  unknownEndpoint,
  type UnknownEndpoint,
  type WebhookEndpointKey,
} from './manage-endpoints.js';

/** In log order, after a position; `next` is where the next page begins, null where there is none. */
export type ListDeliveries = (
  page: WebhookEndpointKey & {
    readonly state: WebhookDeliveryState | null;
    readonly after: number;
    readonly limit: number;
  },
) => Promise<
  | {
      readonly ok: true;
      readonly deliveries: readonly WebhookDelivery[];
      readonly next: number | null;
    }
  | UnknownEndpoint
>;

export type ListDeliveriesDeps = {
  readonly webhookEndpoints: Pick<WebhookEndpointStore, 'find'>;
  readonly webhookDeliveries: Pick<WebhookDeliveryStore, 'list'>;
};

/** What was sent to an endpoint, and what came of it. */
export function makeListDeliveries(deps: ListDeliveriesDeps): ListDeliveries {
  return async ({ organisationId, id, state, after, limit }) => {
    if ((await deps.webhookEndpoints.find(organisationId, id)) === null) return unknownEndpoint;
    const page = { state, after, limit: limit + 1 };
    const found = await deps.webhookDeliveries.list(organisationId, id, page);
    const deliveries = found.slice(0, limit);
    const next = found.length > limit ? (deliveries.at(-1)?.position ?? null) : null;
    return { ok: true, deliveries, next };
  };
}

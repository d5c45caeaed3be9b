import type { OrganisationId } from '../../domain/ids.js';
import type { WebhookDeliveryStore } from '../ports/webhook-delivery-store.js';
import type { WebhookEndpointStore } from '../ports/webhook-endpoint-store.js';
import { type OldestWaiting, type OldestWaitingDeps, readOldestWaiting } from './oldest-waiting.js';

/** `dead` is at most the limit; `oldest` is the first of what waits at any endpoint; null: nothing waits. */
export type ReadWebhookStanding = (
  organisationId: OrganisationId,
  limit: number,
) => Promise<{ readonly dead: number; readonly oldest: OldestWaiting | null }>;

export type ReadWebhookStandingDeps = OldestWaitingDeps & {
  readonly webhookEndpoints: Pick<WebhookEndpointStore, 'list'>;
  readonly webhookDeliveries: Pick<WebhookDeliveryStore, 'countDead'>;
};

/** How far webhooks are behind, over all endpoints of an organisation, in four reads. */
export function makeReadWebhookStanding(deps: ReadWebhookStandingDeps): ReadWebhookStanding {
  return async (organisationId, limit) => {
    const endpoints = await deps.webhookEndpoints.list(organisationId);
    const endpointIds = endpoints.map((it) => it.id);
    if (endpointIds.length === 0) return { dead: 0, oldest: null };
    const [dead, { oldest }] = await Promise.all([
      deps.webhookDeliveries.countDead(organisationId, { endpointIds, limit }),
      readOldestWaiting(deps, organisationId, { endpointIds, limit: 1 }),
    ]);
    const [first = null] = oldest.values();
    return { dead, oldest: first };
  };
}

import type { OrganisationId } from '../../domain/ids.js';
import { type Instant, toInstant } from '../../domain/time/instant.js';
import type { WebhookEndpointStore } from '../ports/webhook-endpoint-store.js';
import type { WebhookStanding } from '../ports/webhook-standing.js';

/** `dead` is at most the limit; `waitsSince` is when the oldest event that waits came into being; null: none waits. */
export type ReadWebhookStanding = (
  organisationId: OrganisationId,
  limit: number,
) => Promise<{ readonly dead: number; readonly waitsSince: Instant | null }>;

export type ReadWebhookStandingDeps = {
  readonly webhookEndpoints: Pick<WebhookEndpointStore, 'list'>;
  readonly webhookStanding: WebhookStanding;
};

/** How far webhooks are behind, over all endpoints of an organisation, in three reads. */
export function makeReadWebhookStanding(deps: ReadWebhookStandingDeps): ReadWebhookStanding {
  return async (organisationId, limit) => {
    const endpoints = await deps.webhookEndpoints.list(organisationId);
    const endpointIds = endpoints.map((it) => it.id);
    if (endpointIds.length === 0) return { dead: 0, waitsSince: null };
    const [dead, oldest] = await Promise.all([
      deps.webhookStanding.countDead(organisationId, { endpointIds, limit }),
      deps.webhookStanding.findOldestWaiting(organisationId, endpointIds),
    ]);
    return { dead, waitsSince: oldest === null ? null : madeAt(oldest) };
  };
}

/** An id begins with the second in which it was chosen. */
function madeAt(id: string): Instant {
  return toInstant(Number.parseInt(id.slice(0, 8), 16) * 1_000);
}

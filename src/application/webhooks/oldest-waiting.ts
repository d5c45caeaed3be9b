import type { OrganisationId, WebhookEndpointId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import type { WebhookEventSource } from '../ports/event-log.js';
import type { WebhookDeliveryStore } from '../ports/webhook-delivery-store.js';

/** The first of what is not finished; when its event happened is null where that is in the log no more. */
export type OldestWaiting = { readonly position: number; readonly occurredAt: Instant | null };

/** The oldest of each endpoint; of one that is not among these nothing waits, or, where it is cut, something later. */
export type OldestOfEach = {
  readonly oldest: ReadonlyMap<WebhookEndpointId, OldestWaiting>;
  readonly isOldestCut: boolean;
};

export type OldestWaitingDeps = {
  readonly webhookDeliveries: Pick<WebhookDeliveryStore, 'oldestWaiting'>;
  readonly webhookEvents: Pick<WebhookEventSource, 'findAt'>;
};

/** What waits longest at each of some endpoints, among the first of what waits: two reads. */
export async function readOldestWaiting(
  { webhookDeliveries, webhookEvents }: OldestWaitingDeps,
  organisationId: OrganisationId,
  query: { readonly endpointIds: readonly WebhookEndpointId[]; readonly limit: number },
): Promise<OldestOfEach> {
  if (query.endpointIds.length === 0) return { oldest: new Map(), isOldestCut: false };
  const waiting = await webhookDeliveries.oldestWaiting(organisationId, query);
  const first = new Map<WebhookEndpointId, number>();
  for (const { endpointId, position } of waiting) {
    if (!first.has(endpointId)) first.set(endpointId, position);
  }
  const positions = [...new Set(first.values())];
  const events =
    positions.length === 0 ? [] : await webhookEvents.findAt(organisationId, positions);
  const times = new Map(events.map(({ position, event }) => [position, event.occurredAt]));
  return {
    oldest: new Map(
      [...first].map(([id, position]) => [
        id,
        { position, occurredAt: times.get(position) ?? null },
      ]),
    ),
    isOldestCut: waiting.length === query.limit,
  };
}

import type { OrganisationId, WebhookEndpointId } from '../../domain/ids.js';
import { type Instant, toInstant } from '../../domain/time/instant.js';
import type { WebhookEventSource } from '../ports/event-log.js';
import type { Clock } from '../ports/surroundings.js';
import type { TriedDelivery, WebhookDeliveryStore } from '../ports/webhook-delivery-store.js';

/** The first of what is not finished; when its event happened is null where that is in the log no more. */
type OldestWaiting = { readonly position: number; readonly occurredAt: Instant | null };

/** How endpoints do. */
export type EndpointsWatched = {
  readonly now: Instant;
  /** What was tried in the last 24 hours, the latest first, each delivery once. */
  readonly tried: readonly TriedDelivery[];
  /** Whether more was tried than is told. */
  readonly isTriedCut: boolean;
  /** The oldest of each; of one that is not among these nothing waits, or, where it is cut, something later. */
  readonly oldest: ReadonlyMap<WebhookEndpointId, OldestWaiting>;
  readonly isOldestCut: boolean;
};

export type WatchEndpoints = (
  organisationId: OrganisationId,
  endpointIds: readonly WebhookEndpointId[],
) => Promise<EndpointsWatched>;

export type WatchEndpointsDeps = {
  readonly webhookDeliveries: Pick<WebhookDeliveryStore, 'triedSince' | 'oldestWaiting'>;
  readonly webhookEvents: Pick<WebhookEventSource, 'findAt'>;
  readonly clock: Clock;
};

export const watchedMs = 24 * 3_600_000;
const mostTried = 2_000;
const mostWaiting = 200;

/** What endpoints were sent in the last 24 hours and what waits, in three reads however many endpoints there are. */
export function makeWatchEndpoints(deps: WatchEndpointsDeps): WatchEndpoints {
  return async (organisationId, endpointIds) => {
    const now = deps.clock.now();
    const since = toInstant(now - watchedMs);
    const [tried, waiting] =
      endpointIds.length === 0
        ? [[], []]
        : await Promise.all([
            deps.webhookDeliveries.triedSince(organisationId, {
              ...{ endpointIds, since, limit: mostTried + 1 },
            }),
            deps.webhookDeliveries.oldestWaiting(organisationId, {
              ...{ endpointIds, limit: mostWaiting },
            }),
          ]);
    const first = new Map<WebhookEndpointId, number>();
    for (const { endpointId, position } of waiting) {
      if (!first.has(endpointId)) first.set(endpointId, position);
    }
    return {
      now,
      tried: tried.slice(0, mostTried),
      isTriedCut: tried.length > mostTried,
      oldest: await withTimes(deps, organisationId, first),
      isOldestCut: waiting.length === mostWaiting,
    };
  };
}

async function withTimes(
  { webhookEvents }: WatchEndpointsDeps,
  organisationId: OrganisationId,
  first: ReadonlyMap<WebhookEndpointId, number>,
): Promise<ReadonlyMap<WebhookEndpointId, OldestWaiting>> {
  const positions = [...new Set(first.values())];
  const events =
    positions.length === 0 ? [] : await webhookEvents.findAt(organisationId, positions);
  const times = new Map(events.map(({ position, event }) => [position, event.occurredAt]));
  return new Map(
    [...first].map(([id, position]) => [id, { position, occurredAt: times.get(position) ?? null }]),
  );
}

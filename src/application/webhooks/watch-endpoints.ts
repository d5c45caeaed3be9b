import type { OrganisationId, WebhookEndpointId } from '../../domain/ids.js';
import { type Instant, toInstant } from '../../domain/time/instant.js';
import type { Clock } from '../ports/surroundings.js';
import type { TriedDelivery, WebhookDeliveryStore } from '../ports/webhook-delivery-store.js';
import { type OldestOfEach, type OldestWaitingDeps, readOldestWaiting } from './oldest-waiting.js';

/** How endpoints do. */
export type EndpointsWatched = OldestOfEach & {
  readonly now: Instant;
  /** What was tried in the last 24 hours, the latest first, each delivery once. */
  readonly tried: readonly TriedDelivery[];
  /** Whether more was tried than is told. */
  readonly isTriedCut: boolean;
};

export type WatchEndpoints = (
  organisationId: OrganisationId,
  endpointIds: readonly WebhookEndpointId[],
) => Promise<EndpointsWatched>;

export type WatchEndpointsDeps = OldestWaitingDeps & {
  readonly webhookDeliveries: Pick<WebhookDeliveryStore, 'triedSince'>;
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
    const newest = { endpointIds, since, limit: mostTried + 1 };
    const [tried, waiting] = await Promise.all([
      endpointIds.length === 0 ? [] : deps.webhookDeliveries.triedSince(organisationId, newest),
      readOldestWaiting(deps, organisationId, { endpointIds, limit: mostWaiting }),
    ]);
    return {
      now,
      tried: tried.slice(0, mostTried),
      isTriedCut: tried.length > mostTried,
      ...waiting,
    };
  };
}

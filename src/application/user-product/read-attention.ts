import type { OrganisationId } from '../../domain/ids.js';
import type { SubscriptionSearch } from '../ports/subscription-search.js';
import type { Clock } from '../ports/surroundings.js';
import { failedSinceBy } from './search-subscriptions.js';

/** What of an organisation somebody has to look at; each is at most the limit. */
export type ReadAttention = (
  organisationId: OrganisationId,
  limit: number,
) => Promise<{
  /** Changes that have failed in the last 30 days. */
  readonly failedChanges: number;
  /** Subscriptions of which nobody could decide what becomes of them. */
  readonly setAside: number;
}>;

export type ReadAttentionDeps = {
  readonly subscriptionSearch: Pick<SubscriptionSearch, 'countFailedChanges' | 'countSetAside'>;
  /** Real time. */
  readonly clock: Clock;
};

/** Counts what waits for a person, in two reads. */
export function makeReadAttention({ subscriptionSearch, clock }: ReadAttentionDeps): ReadAttention {
  return async (organisationId, limit) => {
    const since = failedSinceBy(clock.now());
    const [failedChanges, setAside] = await Promise.all([
      subscriptionSearch.countFailedChanges(organisationId, { since, limit }),
      subscriptionSearch.countSetAside(organisationId, limit),
    ]);
    return { failedChanges, setAside };
  };
}

import type { Instant } from '../../domain/time/instant.js';
import type { Clock } from '../ports/surroundings.js';
import type { Organisation, OrganisationStore } from '../ports/organisation-store.js';

export type OrganisationNow = (organisation: Organisation) => Promise<Instant>;

/**
 * What time it is for an organisation (docs/spec/operations.md §6): real time for a live one, without a command; else
 * its own clock, read fresh by every process each time, and real time while none was set.
 */
export function makeOrganisationNow(deps: {
  readonly organisations: OrganisationStore;
  readonly clock: Clock;
}): OrganisationNow {
  return async (organisation) => {
    if (organisation.live) return deps.clock.now();
    const fresh = await deps.organisations.find(organisation.id);
    return fresh === null || fresh.live
      ? deps.clock.now()
      : (fresh.testClockAt ?? deps.clock.now());
  };
}

import type { Instant } from '../../domain/time/instant.js';
import type { Clock } from '../ports/surroundings.js';
import type { Organisation, OrganisationStore } from '../ports/organisation-store.js';

export type OrganisationNow = (organisation: Organisation) => Promise<Instant>;

/** What time it is for an organisation, and whose it is to end periods there. */
export type OrganisationTime = (organisation: Organisation) => Promise<{
  readonly now: Instant;
  /** Whether it is the time of a test clock, which stands still. */
  readonly isTestClock: boolean;
  /** Whether somebody ends the organisation's periods in order at the moment, and nobody else may. */
  readonly isHeld: boolean;
}>;

type Deps = {
  readonly organisations: Pick<OrganisationStore, 'readClock'>;
  readonly clock: Clock;
};

/**
 * What time it is for an organisation (docs/spec/operations.md §6): real time for a live one, without a command; else
 * its own clock, read fresh by every process each time, and real time while none was set. Clock and hold are read by one
 * command: whoever sees the clock moved sees who ends the periods that this has made due.
 */
export function makeOrganisationTime({ organisations, clock }: Deps): OrganisationTime {
  return async ({ id, live }) => {
    const fresh = live ? null : await organisations.readClock(id);
    const realNow = clock.now();
    const at = fresh?.testClockAt ?? null;
    const isHeld = fresh !== null && fresh.heldUntil !== null && fresh.heldUntil > realNow;
    return { now: at ?? realNow, isTestClock: at !== null, isHeld };
  };
}

/** The same, for whoever ends no period. */
export function makeOrganisationNow(deps: Deps): OrganisationNow {
  const organisationTime = makeOrganisationTime(deps);
  return async (organisation) => (await organisationTime(organisation)).now;
}

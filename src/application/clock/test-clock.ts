import type { OrganisationId } from '../../domain/ids.js';
import type { Instant, TimeZone } from '../../domain/time/instant.js';
import type { Clock } from '../ports/surroundings.js';
import type { Organisation, OrganisationStore } from '../ports/organisation-store.js';

type ClockReading = { readonly ok: true; readonly now: Instant; readonly timeZone: TimeZone };
type LiveRefusal = { readonly ok: false; readonly failure: 'organisation_is_live' };

export type ReadTestClock = (command: {
  readonly organisationId: OrganisationId;
}) => Promise<ClockReading | LiveRefusal>;

export type SetTestClock = (command: {
  readonly organisationId: OrganisationId;
  readonly at: Instant;
}) => Promise<
  | (ClockReading & { readonly applied: number })
  | LiveRefusal
  | { readonly ok: false; readonly failure: 'clock_moves_forward_only' }
>;

export type TestClockDeps = {
  readonly organisations: OrganisationStore;
  /** Applies what is due up to then, and answers how many periods it ended. */
  readonly applyAllDue: (organisationId: OrganisationId, now: Instant) => Promise<number>;
  readonly clock: Clock;
};

const live: LiveRefusal = { ok: false, failure: 'organisation_is_live' };

/** What time it is for an organisation that is not live: its own clock's, or real time while that is not set. */
export function makeReadTestClock(deps: TestClockDeps): ReadTestClock {
  return async ({ organisationId }) => {
    const organisation = await mustFind(deps, organisationId);
    if (organisation.live) return live;
    const now = organisation.testClockAt ?? deps.clock.now();
    return { ok: true, now, timeZone: organisation.timeZone };
  };
}

/**
 * Moves an organisation's clock (docs/spec/operations.md §6): stored first, then everything due up to then is applied
 * in order of due instant, and its events are written, before it answers. A repeat at the same instant finishes what a
 * crash left, and applies nothing twice.
 */
export function makeSetTestClock(deps: TestClockDeps): SetTestClock {
  return async ({ organisationId, at }) => {
    const before = await mustFind(deps, organisationId);
    if (before.live) return live;
    if (!(await deps.organisations.setTestClock(organisationId, at))) {
      const { live: isLive } = await mustFind(deps, organisationId);
      return isLive ? live : { ok: false, failure: 'clock_moves_forward_only' };
    }
    const applied = await deps.applyAllDue(organisationId, at);
    return { ok: true, now: at, timeZone: before.timeZone, applied };
  };
}

async function mustFind(deps: TestClockDeps, id: OrganisationId): Promise<Organisation> {
  const organisation = await deps.organisations.find(id);
  if (organisation === null)
    throw new Error('a caller belongs to an organisation that is not there');
  return organisation;
}

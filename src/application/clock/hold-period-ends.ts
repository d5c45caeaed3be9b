import type { OrganisationId } from '../../domain/ids.js';
import { type Instant, toInstant } from '../../domain/time/instant.js';
import { BusyError } from '../ports/failures.js';
import type { OrganisationStore } from '../ports/organisation-store.js';
import type { Clock, IdSource } from '../ports/surroundings.js';

/** One holder's right to end the periods of one organisation, for a while. */
export type HeldPeriodEnds = {
  /** Asked before each page. Extends the hold when it is time to. Throws `BusyError` where another has it by now. */
  readonly extend: () => Promise<void>;
  /** Never throws: a hold that cannot be given back is over by itself. */
  readonly release: () => Promise<void>;
};

/** Null: another holds them. */
export type HoldPeriodEnds = (organisationId: OrganisationId) => Promise<HeldPeriodEnds | null>;

export type HoldPeriodEndsDeps = {
  readonly organisations: Pick<OrganisationStore, 'holdPeriodEnds' | 'releasePeriodEnds'>;
  readonly ids: IdSource;
  /** Real time. */
  readonly clock: Clock;
};

/** Far longer than a page takes. So long an organisation waits for somebody who died. */
const holdMs = 15_000;
const extendAfterMs = 5_000;

/**
 * Lets one at a time end the periods of an organisation with a clock of its own (docs/architecture.md §4), so that they
 * end in order of due instant and are counted by whoever ends them. It is a right for some seconds and no lock: it is
 * written in the organisation's document with its end, so nobody has to be told that its holder died. Nothing is done
 * twice without it either, since each commit is filtered by its version.
 */
export function makeHoldPeriodEnds(deps: HoldPeriodEndsDeps): HoldPeriodEnds {
  return async (organisationId) => {
    const holder = deps.ids.next();
    const hold = async (now: Instant): Promise<boolean> => {
      const until = toInstant(now + holdMs);
      return deps.organisations.holdPeriodEnds(organisationId, { holder, now, until });
    };
    let heldAt = deps.clock.now();
    if (!(await hold(heldAt))) return null;
    return {
      extend: async () => {
        const now = deps.clock.now();
        if (now - heldAt < extendAfterMs) return;
        if (!(await hold(now))) throw new BusyError('another ends the periods by now');
        heldAt = now;
      },
      release: () =>
        deps.organisations.releasePeriodEnds(organisationId, holder).catch(() => undefined),
    };
  };
}

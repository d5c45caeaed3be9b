import type { OrganisationId } from '../../domain/ids.js';
import { earlierOf, type Instant, type TimeZone } from '../../domain/time/instant.js';
import { waitForHolder } from './wait-for-holder.js';
import type { Clock, Pause } from '../ports/surroundings.js';
import type { HeldPeriodEnds, HoldPeriodEnds } from './hold-period-ends.js';
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
  | { readonly ok: false; readonly failure: 'clock_moves_forward_only' | 'clock_step_too_long' }
>;

type ReadDeps = { readonly organisations: OrganisationStore; readonly clock: Clock };

export type TestClockDeps = ReadDeps & {
  readonly isStepTooLong: (
    organisationId: OrganisationId,
    step: { readonly from: Instant; readonly to: Instant },
  ) => Promise<boolean>;
  readonly holdPeriodEnds: HoldPeriodEnds;
  /** Applies what is due up to then, in order, and answers how many periods it ended. */
  readonly applyAllDue: (run: {
    readonly organisationId: OrganisationId;
    readonly upTo: Instant;
    readonly held: HeldPeriodEnds;
  }) => Promise<number>;
  readonly pause: Pause;
};

const live: LiveRefusal = { ok: false, failure: 'organisation_is_live' };
const backwards = { ok: false, failure: 'clock_moves_forward_only' } as const;
const tooLong = { ok: false, failure: 'clock_step_too_long' } as const;

/** What time it is for an organisation that is not live: its own clock's, or real time while that is not set. */
export function makeReadTestClock(deps: ReadDeps): ReadTestClock {
  return async ({ organisationId }) => {
    const organisation = await mustFind(deps, organisationId);
    if (organisation.live) return live;
    const now = organisation.testClockAt ?? deps.clock.now();
    return { ok: true, now, timeZone: organisation.timeZone };
  };
}

/**
 * Moves an organisation's clock (docs/spec/operations.md §6): refused before anything is written where the step is too
 * long. Else it is stored first, then everything due up to then is applied in order of due instant, and its events are
 * written, before it answers how many periods it ended. While it goes on nobody else ends a period there. A repeat at
 * the same instant finishes what a crash left, and applies nothing twice.
 */
export function makeSetTestClock(deps: TestClockDeps): SetTestClock {
  return async ({ organisationId, at }) => {
    const before = await mustFind(deps, organisationId);
    if (before.live) return live;
    if (before.testClockAt !== null && at < before.testClockAt) return backwards;
    const from = before.testClockAt ?? deps.clock.now();
    if (await deps.isStepTooLong(organisationId, { from, to: at })) return tooLong;

    // Held before the clock is stored, so that whoever sees it moved sees who ends what this has made due.
    const held = await hold(deps, organisationId);
    try {
      // What was due before may be under way elsewhere: it is ended and told before anything that falls due now.
      const earlier = await deps.applyAllDue({ organisationId, upTo: earlierOf(from, at), held });
      if (!(await deps.organisations.setTestClock(organisationId, at))) {
        const { live: isLive } = await mustFind(deps, organisationId);
        return isLive ? live : backwards;
      }
      const applied = earlier + (await deps.applyAllDue({ organisationId, upTo: at, held }));
      return { ok: true, now: at, timeZone: before.timeZone, applied };
    } finally {
      await held.release();
    }
  };
}

async function hold(deps: TestClockDeps, organisationId: OrganisationId): Promise<HeldPeriodEnds> {
  // Longer than a request that only reads: who moves the clock waits for a step of the same size.
  const left = { waits: 40 };
  for (;;) {
    const held = await deps.holdPeriodEnds(organisationId);
    if (held !== null) return held;
    await waitForHolder(deps, left);
  }
}

async function mustFind(
  deps: { readonly organisations: Pick<OrganisationStore, 'find'> },
  id: OrganisationId,
): Promise<Organisation> {
  const organisation = await deps.organisations.find(id);
  if (organisation === null)
    throw new Error('a caller belongs to an organisation that is not there');
  return organisation;
}

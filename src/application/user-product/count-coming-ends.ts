import type { OrganisationId } from '../../domain/ids.js';
import { civilTimeOf, instantOfCivilTime } from '../../domain/time/civil-time.js';
import type { TimeZone } from '../../domain/time/instant.js';
import type { Organisation } from '../ports/organisation-store.js';
import type { ComingEnd, SubscriptionSearch } from '../ports/subscription-search.js';
import type { Clock } from '../ports/surroundings.js';

/** What becomes of a subscription at the end of its period. */
export const comingKinds = ['upgrade', 'downgrade', 'change', 'end', 'renewal'] as const;
export type ComingKind = (typeof comingKinds)[number];
type ComingCounts = Readonly<Record<ComingKind, number>>;

/** A civil day, counted from 1970-01-01 in the organisation's zone, and what comes on it from now on. */
export type ComingDay = {
  readonly day: number;
  readonly counts: ComingCounts;
  /** There are more than could be counted. */
  readonly isCut: boolean;
};

export type ComingEnds = {
  /** Due by now, and not ended yet: the background is that far behind. */
  readonly overdue: number;
  readonly isOverdueCut: boolean;
  /** Today first. */
  readonly days: readonly ComingDay[];
};

export type CountComingEnds = (
  organisation: Organisation,
  query: { readonly days: number },
) => Promise<ComingEnds>;

export type CountComingEndsDeps = {
  readonly subscriptionSearch: Pick<SubscriptionSearch, 'listComingEnds'>;
  /** Real time. */
  readonly clock: Clock;
};

/** So many ends are counted. What comes later than these is said to be more. */
const mostCounted = 5_000;

/** What the next days bring, counted by one read of the rows that are due then, in order of time. */
export function makeCountComingEnds(deps: CountComingEndsDeps): CountComingEnds {
  return async (organisation, { days }) => {
    const { id, timeZone } = organisation;
    const now = organisation.testClockAt ?? deps.clock.now();
    const today = civilTimeOf(now, timeZone).day;
    const before = instantOfCivilTime({ day: today + days, timeOfDayMs: 0 }, timeZone);
    const ends = await readAll(deps, id, before);
    const overdue = ends.filter((it) => it.dueAt <= now);
    const ahead = ends.slice(overdue.length);
    const isCut = ends.length > mostCounted;
    const cutDay = isCut ? dayOfLast(ends, timeZone) : Infinity;
    return {
      overdue: overdue.length,
      isOverdueCut: isCut && ahead.length === 0,
      days: Array.from({ length: days }, (_, place) => {
        const day = today + place;
        const own = ahead.filter((it) => civilTimeOf(it.dueAt, timeZone).day === day);
        return { day, counts: countsOf(own), isCut: day >= cutDay };
      }),
    };
  };
}

function readAll(
  { subscriptionSearch }: CountComingEndsDeps,
  organisationId: OrganisationId,
  before: ComingEnd['dueAt'],
): Promise<readonly ComingEnd[]> {
  return subscriptionSearch.listComingEnds(organisationId, { before, limit: mostCounted + 1 });
}

function dayOfLast(ends: readonly ComingEnd[], zone: TimeZone): number {
  const last = ends.at(-1);
  return last === undefined ? Infinity : civilTimeOf(last.dueAt, zone).day;
}

function countsOf(ends: readonly ComingEnd[]): ComingCounts {
  const counts = { upgrade: 0, downgrade: 0, change: 0, end: 0, renewal: 0 };
  for (const it of ends) counts[comingKindOf(it)] += 1;
  return counts;
}

/**
 * What comes of it, in the order of docs/architecture.md §4: a cancellation, else what waits, else a renewal, or the end of
 * what does not recur.
 */
export function comingKindOf({
  state,
  pendingKind,
  subscriptionType,
}: Omit<ComingEnd, 'dueAt'>): ComingKind {
  if (state === 'cancelled') return 'end';
  if (pendingKind !== null) return pendingKind;
  return subscriptionType === 'recurring' ? 'renewal' : 'end';
}

import type { ProrationGrain } from '../catalogue/catalogue.js';
import { civilTimeOf } from '../time/civil-time.js';
import { earlierOf, type Instant, laterOf, type TimeZone } from '../time/instant.js';
import type { PositionShare } from './billing-document.js';

/** Half-open. */
export type Stretch = { readonly from: Instant; readonly to: Instant };

/**
 * The part of a stretch that is left at that instant (docs/spec/change-rules.md §4): by day, civil days in the
 * organisation's zone, where the day of the change is left over; a stretch without a whole civil day, and every one by
 * second, is counted in milliseconds. All of it before its beginning, nothing of it at its end.
 * Example: 1 Apr – 1 May in Stockholm, on 16 Apr 00:00 or 23:59: 15 of 30 days.
 */
export function remainingShare(
  { from, to }: Stretch,
  now: Instant,
  { timeZone, prorationGrain }: { timeZone: TimeZone; prorationGrain: ProrationGrain },
): PositionShare {
  const at = earlierOf(to, laterOf(now, from));
  const dayOf = (instant: Instant): number => civilTimeOf(instant, timeZone).day;
  const days = prorationGrain === 'day' ? dayOf(to) - dayOf(from) : 0;
  if (days <= 0) return { parts: to - at, whole: Math.max(1, to - from), unit: 'millisecond' };
  const parts = at === to ? 0 : dayOf(to) - dayOf(at);
  return { parts, whole: days, unit: 'day' };
}

import { anchorOf } from './anchor.js';
import { boundaryAt } from './boundary.js';
import type { Instant, TimeZone } from './instant.js';
import type { Interval } from './interval.js';

/**
 * One interval later in the organisation's calendar, the day clamped to the month's end (change-rules.md §2).
 * Throws a RangeError beyond the year 9999. Example: 31 Jan 2026 10:00 + 1 month = 28 Feb 2026 10:00.
 */
export function addInterval(instant: Instant, interval: Interval, zone: TimeZone): Instant {
  return boundaryAt({ anchor: anchorOf(instant, zone), interval, zone }, 1);
}

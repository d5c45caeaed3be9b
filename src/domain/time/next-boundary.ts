import type { Cadence } from './boundary.js';
import type { Instant } from './instant.js';
import { periodAround } from './period-around.js';

/**
 * The first boundary later than that instant (change-rules.md §2): where a period that begins there ends.
 * Example: anchor 31 Jan 2026, monthly: after 28 Feb comes 31 Mar.
 */
export function nextBoundary(cadence: Cadence, after: Instant): Instant {
  return periodAround(cadence, after).endAt;
}

import { anchorOf, type Anchor } from './anchor.js';
import { countsMonths } from './boundary.js';
import type { Instant, TimeZone } from './instant.js';
import type { Interval } from './interval.js';

/**
 * The anchor of what begins at a boundary: the billing day is kept where both intervals are months or years, else it
 * is the boundary's own civil day (change-rules.md §2). Example: 31 Jan monthly, changed on 28 Feb to another month's
 * plan: billing day 31, so it ends on 31 Mar; changed to a week's plan: billing day 28.
 */
export function successorAnchor(given: {
  anchor: Anchor;
  boundaryAt: Instant;
  from: Interval;
  to: Interval;
  zone: TimeZone;
}): Anchor {
  const keepsBillingDay = countsMonths(given.from) && countsMonths(given.to);
  return keepsBillingDay
    ? { at: given.boundaryAt, billingDay: given.anchor.billingDay }
    : anchorOf(given.boundaryAt, given.zone);
}

import { boundaryAt, estimateIndex, type Cadence, countsMonths } from './boundary.js';
import type { Instant, TimeZone } from './instant.js';
import { anchorOf, type Anchor } from './anchor.js';
import type { Interval } from './interval.js';

/** A period between two boundaries, half-open: at `endAt` the next one has begun. `index` is that of its start. */
export type Period = { readonly startAt: Instant; readonly endAt: Instant; readonly index: number };

/**
 * The period that an instant lies in, by this cadence (docs/spec/change-rules.md §2); never empty, in any zone.
 * Example: anchor 31 Jan 2026, monthly: 1 Mar lies in 28 Feb – 31 Mar, whose index is 1.
 */
export function periodAround(cadence: Cadence, instant: Instant): Period {
  let index = estimateIndex(cadence, instant);
  let startAt = boundaryAt(cadence, index);
  let endAt = boundaryAt(cadence, index + 1);
  while (startAt > instant) {
    endAt = startAt;
    index -= 1;
    startAt = boundaryAt(cadence, index);
  }
  while (endAt <= instant) {
    startAt = endAt;
    index += 1;
    endAt = boundaryAt(cadence, index + 1);
  }
  return { startAt, endAt, index };
}

/**
 * The first boundary later than that instant (docs/spec/change-rules.md §2): where a period that begins there ends.
 * Example: anchor 31 Jan 2026, monthly: after 28 Feb comes 31 Mar.
 */
export function nextBoundary(cadence: Cadence, after: Instant): Instant {
  return periodAround(cadence, after).endAt;
}

/** A cadence and the boundary that a user product is to end at. */
export type DatedCadence = Cadence & { readonly validTo: Instant };

/**
 * The anchor that `validTo` is a boundary of: the one given, or else `validTo` itself with its own civil day, as with
 * imported rows (docs/spec/change-rules.md §2). Example: anchor 31 Jan, monthly, valid to 15 Apr → 15 Apr, billing day
 * 15.
 */
export function effectiveAnchor({ validTo, ...cadence }: DatedCadence): Anchor {
  const isBoundary = periodAround(cadence, validTo).startAt === validTo;
  return isBoundary ? cadence.anchor : anchorOf(validTo, cadence.zone);
}

/**
 * The period that ends at `validTo`; it starts one interval earlier by the same anchor (docs/spec/change-rules.md §2).
 * Its index counts from the effective anchor. Example: anchor 31 Jan, monthly, valid to 28 Feb → 31 Jan – 28 Feb.
 */
export function currentPeriod({ anchor, interval, zone, validTo }: DatedCadence): Period {
  const cadence = { anchor: effectiveAnchor({ anchor, interval, zone, validTo }), interval, zone };
  let { startAt, index } = periodAround(cadence, validTo);
  // More than once where a zone left a whole day out: the period between two equal boundaries is none.
  while (startAt === validTo) {
    index -= 1;
    startAt = boundaryAt(cadence, index);
  }
  return { startAt, endAt: validTo, index };
}

/**
 * The anchor of what begins at a boundary: the billing day is kept where both intervals are months or years, else it
 * is the boundary's own civil day (docs/spec/change-rules.md §2). Example: 31 Jan monthly, changed on 28 Feb to another
 * month's plan: billing day 31, so it ends on 31 Mar; changed to a week's plan: billing day 28.
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

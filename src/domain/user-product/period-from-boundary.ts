import type { Anchor } from '../time/anchor.js';
import { effectiveAnchor, nextBoundary, successorAnchor } from '../time/period.js';
import type { Instant, TimeZone } from '../time/instant.js';
import type { Interval } from '../time/interval.js';
import type { Paid } from './paid.js';
import type { UserProduct } from './user-product.js';

/** A period that starts where another ended. */
export type FollowingPeriod = {
  readonly startAt: Instant;
  readonly validTo: Instant;
  readonly anchor: Anchor;
};

/** Where the new user product ends and what its boundaries are counted from. */
export type NextPeriod = {
  readonly validTo: Instant;
  readonly anchor: Anchor;
  readonly paid: Paid;
  /**
   * Nothing was left to carry over: the first period is a renewal in the same commit (docs/spec/change-rules.md §3).
   */
  readonly renewedAtOnce: boolean;
};

/**
 * The first period of what follows a user product at its boundary (docs/spec/change-rules.md §2). Throws a TypeError
 * where the user product has no end. Example: anchor 31 Jan, monthly, valid to 28 Feb: another month's plan lasts from
 * 28 Feb to 31 Mar, a week's plan to 7 Mar.
 */
export function periodFromBoundary(
  { validTo, anchor, soldPeriod }: Pick<UserProduct, 'validTo' | 'anchor' | 'soldPeriod'>,
  interval: Interval,
  zone: TimeZone,
): FollowingPeriod {
  if (validTo === null) throw new TypeError('a user product without an end has no boundary');
  const from = soldPeriod.interval;
  const current = effectiveAnchor({ anchor, interval: from, zone, validTo });
  const next = successorAnchor({ anchor: current, boundaryAt: validTo, from, to: interval, zone });
  const cadence = { anchor: next, interval, zone };
  return { startAt: validTo, validTo: nextBoundary(cadence, validTo), anchor: next };
}

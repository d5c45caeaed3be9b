import type { SoldPeriod } from '../../catalogue/sold-period.js';
import type { Money } from '../../money/money.js';
import { shareOf } from '../../money/share.js';
import { anchorOf } from '../../time/anchor.js';
import { addInterval } from '../../time/boundary.js';
import { toInstant, type Instant, type TimeZone } from '../../time/instant.js';
import { currentPeriod } from '../../time/period.js';
import type { NextPeriod } from '../../user-product/period-from-boundary.js';
import type { DecisionInput } from '../change-decision.js';
import { carriedOverTime } from './carried-over-time.js';

/** What an upgrade carries over. Both amounts are rounded once, and only to be shown: `carriedMs` is exact. */
export type CarryOver = {
  readonly carriedMs: bigint;
  readonly isTooLong: boolean;
  readonly valueLeft: Money;
  readonly valueCarried: Money;
};

/** A century is the longest that may be carried (docs/spec/change-rules.md §3). */
const longest = { unit: 'year', length: 100 } as const;

/**
 * The value left of the current period as time on the target, in the organisation's zone
 * (docs/spec/change-rules.md §3). Prices are in one currency, the target's above 0. A user product without an end has
 * nothing left.
 * Example: 100.00 a month, 1 Apr – 1 May, now 16 Apr, target 200.00: 50.00 left, 50.00 carried, 7.5 days.
 */
export function carryOver({ product, target, catalogue, now }: DecisionInput): CarryOver {
  const zone = catalogue.timeZone;
  const newPrice = target.period.price;
  const newLengthMs = addInterval(now, target.period.interval, zone) - now;
  const left = leftOf(product, now, zone);
  const carriedMs = carriedOverTime({
    ...left,
    oldPriceMinor: product.soldPeriod.price.amountMinor,
    newPriceMinor: newPrice.amountMinor,
    newLengthMs,
  });
  const unused = { parts: BigInt(left.remainingMs), whole: BigInt(left.oldLengthMs) };
  return {
    carriedMs,
    isTooLong: carriedMs > BigInt(addInterval(now, longest, zone) - now),
    valueLeft: shareOf(product.soldPeriod.price, unused),
    valueCarried: shareOf(newPrice, { parts: carriedMs, whole: BigInt(newLengthMs) }),
  };
}

function leftOf(
  { validTo, anchor, soldPeriod }: DecisionInput['product'],
  now: Instant,
  zone: TimeZone,
): { remainingMs: number; oldLengthMs: number } {
  if (validTo === null) return { remainingMs: 0, oldLengthMs: 1 };
  const { startAt } = currentPeriod({ anchor, interval: soldPeriod.interval, zone, validTo });
  return { remainingMs: Math.max(0, validTo - now), oldLengthMs: validTo - startAt };
}

/**
 * Where the successor of an upgrade ends, anchored anew there; where nothing was left, one interval from now, anchored
 * now (docs/spec/change-rules.md §2, §3). Example: now 16 Apr 00:00, 7.5 days carried → 23 Apr 12:00, billing day 23.
 */
export function nextPeriodOf(
  carriedMs: bigint,
  { now, period, zone }: { now: Instant; period: Pick<SoldPeriod, 'interval'>; zone: TimeZone },
): NextPeriod {
  if (carriedMs === 0n) {
    const validTo = addInterval(now, period.interval, zone);
    return { validTo, anchor: anchorOf(now, zone), renewedAtOnce: true };
  }
  const validTo = toInstant(now + Number(carriedMs));
  return { validTo, anchor: anchorOf(validTo, zone), renewedAtOnce: false };
}

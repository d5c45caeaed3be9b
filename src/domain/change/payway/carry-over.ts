import type { PaymentPeriod } from '../../catalogue/package.js';
import type { Money } from '../../money/money.js';
import { anchorOf } from '../../time/anchor.js';
import { addInterval } from '../../time/boundary.js';
import { toInstant, type Instant, type TimeZone } from '../../time/instant.js';
import { paidForSold } from '../../user-product/paid.js';
import type { NextPeriod } from '../../user-product/period-from-boundary.js';
import { isShowable, shownValue, valueLeftOf } from '../../user-product/value-left.js';
import type { DecisionInput } from '../change-decision.js';
import { carriedOverTime } from './carried-over-time.js';

/** What an upgrade carries over. Both amounts are rounded once, and only to be shown: `carriedMs` is exact. */
export type CarryOver = {
  readonly carriedMs: bigint;
  readonly isTooLong: boolean;
  readonly valueLeft: Money;
  readonly valueCarried: Money;
};

/**
 * A century is the longest that may be carried (docs/spec/change-rules.md §3); nor is a value carried that no amount can
 * say.
 */
const longest = { unit: 'year', length: 100 } as const;

/**
 * What is left of what was paid, as time on the target, in the organisation's zone (docs/spec/change-rules.md §3).
 * What was paid and the target's price are in one currency, the price above 0. A user product without an end has
 * nothing left.
 * Example: 100.00 paid for 1 Apr – 1 May, now 16 Apr, target 200.00 a month: 50.00 left, 50.00 carried, 7.5 days.
 */
export function carryOver({ product, target, catalogue, now }: DecisionInput): CarryOver {
  const zone = catalogue.timeZone;
  const newPrice = target.period.price;
  const newLengthMs = addInterval(now, target.period.interval, zone) - now;
  const valueLeft = valueLeftOf(product.paid, now);
  const newPriceMinor = BigInt(newPrice.amountMinor) * BigInt(target.quantity);
  const carriedMs = carriedOverTime({ valueLeft, newPriceMinor, newLengthMs });
  const fits = carriedMs <= BigInt(addInterval(now, longest, zone) - now);
  const carried = { parts: carriedMs * newPriceMinor, whole: BigInt(newLengthMs) };
  return {
    carriedMs,
    isTooLong: !fits || !isShowable(valueLeft),
    valueLeft: shownValue(valueLeft, product.paid.amount),
    valueCarried: shownValue(carried, newPrice),
  };
}

/**
 * Where the successor of an upgrade ends, anchored anew there; where nothing was left, one interval from now, anchored
 * now. Either way it is bought at the new price for one new interval from now (docs/spec/change-rules.md §2, §3).
 * Example: now 16 Apr 00:00, 7.5 days carried on 200.00 a month → 23 Apr 12:00, billing day 23, 200.00 for 30 days.
 */
export function nextPeriodOf(
  carriedMs: bigint,
  {
    now,
    period,
    quantity,
    zone,
  }: { now: Instant; period: PaymentPeriod; quantity: number; zone: TimeZone },
): NextPeriod {
  const wholeEnd = addInterval(now, period.interval, zone);
  const renewedAtOnce = carriedMs === 0n;
  const validTo = renewedAtOnce ? wholeEnd : toInstant(now + Number(carriedMs));
  return {
    validTo,
    anchor: anchorOf(renewedAtOnce ? now : validTo, zone),
    paid: paidForSold(
      { soldPeriod: period, quantity },
      { forMs: wholeEnd - now, from: now, to: validTo },
    ),
    renewedAtOnce,
  };
}

import type { Money } from '../money/money.js';
import { type Ratio, shareOf } from '../money/share.js';
import { type Instant, laterOf } from '../time/instant.js';
import type { Paid } from './paid.js';

/**
 * What of a payment is left at that instant, exact, in minor units: remaining × amount / forMs − credited, never below
 * 0 (docs/spec/change-rules.md §3). Time that has not begun is worth what it cost, no more.
 * Example: 100.00 for 11 Feb – 11 Mar, on 1 Mar: 10 of 28 days, 3,571.43 minor units.
 */
export function valueLeftOf(paid: Paid, now: Instant): Ratio {
  const remaining = Math.max(0, paid.to - laterOf(now, paid.from));
  const whole = BigInt(paid.forMs);
  const parts =
    BigInt(remaining) * BigInt(paid.amount.amountMinor) - BigInt(paid.creditedMinor) * whole;
  return { parts: parts < 0n ? 0n : parts, whole };
}

/**
 * What the whole stretch is worth at its rate, whatever was credited of it: exact, in minor units. Example: 7.5 days of
 * 200.00 for 30 days are worth 5,000 minor units.
 */
export function worthOf(paid: Paid): Ratio {
  return valueLeftOf({ ...paid, creditedMinor: 0 }, paid.from);
}

/**
 * An exact value of so many minor units as money: rounded, and only to be shown. Beyond what an amount can be it is the
 * largest one; so much is not carried over (`isShowable`).
 */
export function shownValue(minorUnits: Ratio, { currency }: Pick<Money, 'currency'>): Money {
  if (!isShowable(minorUnits)) return { amountMinor: Number.MAX_SAFE_INTEGER, currency };
  return shareOf({ amountMinor: 1, currency }, minorUnits);
}

/** Whether a value is one that an amount can be, rounded or not (docs/spec/change-rules.md §1). */
export function isShowable({ parts, whole }: Ratio): boolean {
  return parts <= BigInt(Number.MAX_SAFE_INTEGER) * whole;
}

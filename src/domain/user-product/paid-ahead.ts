import { priceOf } from '../money/price-of.js';
import type { Money } from '../money/money.js';
import { largestPriceMinor } from '../money/price.js';
import { boundaryAt } from '../time/boundary.js';
import { type Instant, laterOf, type TimeZone } from '../time/instant.js';
import { currentPeriod, effectiveAnchor, periodAround } from '../time/period.js';
import { nothingPaid, paidFor, type Paid } from './paid.js';
import type { UserProduct } from './user-product.js';

type Row = Pick<UserProduct, 'validFrom' | 'validTo' | 'anchor' | 'soldPeriod' | 'quantity'>;

/**
 * What a row has paid that says nothing of it itself (docs/spec/change-rules.md §3): the price of its quantity for the
 * fewest whole intervals, at least one, that reach back from `validTo` to now, or to `validFrom` where that is still to
 * come; whoever paid three periods ahead has paid three. Without an end, and in arrears: nothing.
 * Example: 100.00 a month, 1 Apr – 1 Jul, now 16 Apr: 300.00 for 91 days, from 1 Apr to 1 Jul.
 */
export function paidAhead(row: Row, { now, zone }: { now: Instant; zone: TimeZone }): Paid {
  const { validFrom, validTo, soldPeriod, quantity } = row;
  const { billing } = soldPeriod;
  const price = billing.payInAdvance
    ? priceOf(soldPeriod.price, quantity)
    : { ...soldPeriod.price, amountMinor: 0 };
  if (validTo === null) return nothingPaid({ amount: price, from: validFrom });
  const { interval } = soldPeriod;
  const cadence = { anchor: effectiveAnchor({ ...row, interval, zone, validTo }), interval, zone };
  const last = currentPeriod({ ...cadence, validTo });
  const sold = laterOf(now, validFrom);
  const first = sold >= last.startAt ? last : periodAround(cadence, sold);
  const count = countAtMost(price, last.index + 1 - first.index);
  const rateFrom = boundaryAt(cadence, last.index + 1 - count);
  return paidFor({
    amount: { ...price, amountMinor: price.amountMinor * count },
    forMs: validTo - rateFrom,
    from: laterOf(first.startAt, validFrom),
    to: validTo,
  });
}

/** Beyond the largest price the rate is that of fewer intervals. */
function countAtMost({ amountMinor }: Money, count: number): number {
  if (amountMinor * count <= largestPriceMinor) return count;
  return Math.max(1, Math.floor(largestPriceMinor / amountMinor));
}

/**
 * What a row has paid that was stored before that was kept: as an import of it that gives none, as of the row's last
 * commit (`updatedAt`, the organisation's now at that commit). So it is the same whoever reads it and whenever, until a
 * commit keeps it.
 */
export function paidBeforeKept(row: Row & Pick<UserProduct, 'updatedAt'>, zone: TimeZone): Paid {
  return paidAhead(row, { now: row.updatedAt, zone });
}

import type { Money } from '../money/money.js';
import type { Instant } from '../time/instant.js';
import type { Paid } from './paid.js';
import { shownValue, worthOf } from './value-left.js';

/**
 * What a payment is worth over its whole stretch, rounded once, and what of that has not been credited yet: nothing
 * outside the stretch (docs/spec/change-rules.md §4). So value that was carried over or credited is not had twice.
 * Example: 10.00 EUR for April, 4.00 credited, on 16 Apr: worth 10.00, open 6.00; on 1 May: open 0.00.
 */
export function openValueOf(
  paid: Paid,
  now: Instant,
): { readonly net: Money; readonly open: Money } {
  const net = shownValue(worthOf(paid), paid.amount);
  const isWithin = paid.from <= now && now < paid.to;
  const open = isWithin ? Math.max(0, net.amountMinor - paid.creditedMinor) : 0;
  return { net, open: { ...net, amountMinor: open } };
}

/**
 * What an invoice has charged for a payment whose stretch an edit moves: what it was worth before, because no credit may be
 * above it. So the amount holds there, and not the rate (docs/spec/change-rules.md §3).
 * Example: 30.00 for April, moved to end on 11 May, is 30.00 for 40 days.
 */
export function invoicedAcross(paid: Paid, moved: Pick<Paid, 'from' | 'to'>): Paid {
  const { from, to } = moved;
  if (from === paid.from && to === paid.to) return paid;
  if (to <= from) return { ...paid, from, to };
  return { ...paid, amount: openValueOf(paid, paid.from).net, forMs: to - from, from, to };
}

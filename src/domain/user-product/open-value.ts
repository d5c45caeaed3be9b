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

import { isMore } from '../money/share.js';
import type { Paid } from './paid.js';
import type { UserProduct } from './user-product.js';
import { worthOf } from './value-left.js';

/** What of a payment cannot be, or does not fit the row that it stands in. */
export type PaidFault = 'amount' | 'currency' | 'for_ms' | 'credited' | 'to';

type Row = Pick<UserProduct, 'paid' | 'validTo' | 'soldPeriod'>;

const checks: readonly (readonly [PaidFault, (row: Row) => boolean])[] = [
  ['currency', ({ paid, soldPeriod }) => paid.amount.currency === soldPeriod.price.currency],
  ['for_ms', ({ paid }) => isWhole(paid.forMs) && paid.forMs >= 1],
  ['amount', ({ paid }) => isWhole(paid.amount.amountMinor) && paid.amount.amountMinor >= 0],
  ['to', ({ paid, validTo }) => paid.to === (validTo ?? paid.from)],
  ['credited', ({ paid }) => isCreditable(paid)],
];

/**
 * The first thing about what was paid that no rule can have made (docs/spec/change-rules.md §3); null where it fits the
 * row. Credited can be no more than the price, or than the stretch where an edit has made it longer.
 */
export function paidFaultOf(row: Row): PaidFault | null {
  return checks.find(([, holds]) => !holds(row))?.[0] ?? null;
}

function isWhole(value: number): boolean {
  return Number.isSafeInteger(value);
}

/** Asked last: the worth of a stretch that has no length cannot be told. */
function isCreditable(paid: Paid): boolean {
  const { creditedMinor, amount } = paid;
  if (!isWhole(creditedMinor) || creditedMinor < 0) return false;
  const credited = { parts: BigInt(creditedMinor), whole: 1n };
  return creditedMinor <= amount.amountMinor || !isMore(credited, worthOf(paid));
}

import type { CreditType } from '../catalogue/product-group.js';
import type { Money } from '../money/money.js';
import { shareOf } from '../money/share.js';
import type { PositionShare } from './billing-document.js';

/** What a period that is left early was paid with. All in one currency. */
export type PaidPeriod = {
  /** What its whole stretch is worth. */
  readonly net: Money;
  /** What of it has not been credited yet; 0 outside the stretch. */
  readonly open: Money;
  /** The price of the quantity, as it was sold. */
  readonly price: Money;
  /** The part that is left. */
  readonly share: PositionShare;
  readonly isProRata: boolean;
};

/**
 * What is given back of a period that is left early: one rounding on the whole, never per unit
 * (docs/spec/change-rules.md §4). Example: 3 × 3.33 EUR, 14 of 31 days left, pro rata: 4.51 EUR, not 3 × 1.50.
 */
export function creditOf(creditType: CreditType, period: PaidPeriod): Money {
  const { net, open, price, share, isProRata } = period;
  switch (creditType) {
    case 'pro_rata':
      return isProRata ? lesserOf(open, partOf(net, share)) : { ...net, amountMinor: 0 };
    case 'full':
      return lesserOf(open, price);
    case 'last_invoiced':
      return open;
    case 'none':
      return { ...net, amountMinor: 0 };
  }
}

/**
 * What a period in arrears owes when it is left early (docs/spec/change-rules.md §4): the price without the remaining
 * share of it, so just what a payer in advance would not get back; all of it where parts do not count.
 * Example: 10.00 EUR a month, 15 of 30 days left: 5.00 EUR.
 */
export function usedOf({ price, share, isProRata }: Omit<PaidPeriod, 'net' | 'open'>): Money {
  if (!isProRata) return price;
  return { ...price, amountMinor: price.amountMinor - partOf(price, share).amountMinor };
}

function partOf(amount: Money, { parts, whole }: PositionShare): Money {
  return shareOf(amount, { parts: BigInt(parts), whole: BigInt(whole) });
}

function lesserOf(one: Money, other: Money): Money {
  return one.amountMinor < other.amountMinor ? one : other;
}

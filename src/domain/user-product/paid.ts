import type { InvoiceReference } from '../billing/billing-document.js';
import { priceOf } from '../money/price-of.js';
import type { SoldPeriod } from '../catalogue/sold-period.js';
import type { Money } from '../money/money.js';
import { laterOf, toInstant, type Instant } from '../time/instant.js';

/**
 * What was paid for which stretch, and at which rate (docs/spec/change-rules.md §3): `amount` buys `forMs`
 * milliseconds, and `from … to` is bought at that rate. Set when a period is sold, and never derived again from
 * `validTo`, the catalogue or the zone. `to` is the row's `validTo`, or `from` where it has none.
 */
export type Paid = {
  readonly amount: Money;
  readonly forMs: number;
  readonly from: Instant;
  readonly to: Instant;
  /** Of it, what a document gave back: minor units of the amount's currency. 0 on the Payway API. */
  readonly creditedMinor: number;
  /** The invoice that it was charged by; null where none is known. */
  readonly document: InvoiceReference | null;
};

/**
 * A stretch bought at `amount` for each `forMs` milliseconds; without `forMs` the amount buys just that stretch
 * (docs/spec/change-rules.md §3).
 * Example: 100.00 for April is 100.00 for 30 days, 1 Apr – 1 May.
 */
export function paidFor({
  amount,
  from,
  to,
  forMs = to - from,
}: Pick<Paid, 'amount' | 'from' | 'to'> & Partial<Pick<Paid, 'forMs'>>): Paid {
  return { amount, forMs, from, to, creditedMinor: 0, document: null };
}

/**
 * What a period that is sold is paid with (docs/spec/change-rules.md §3): the price of the quantity in advance, in arrears
 * nothing yet. Without `forMs` that buys just the stretch. Throws a RangeError where the price is no amount.
 * Example: 3 units at 3.33 EUR for April: 9.99 EUR for 30 days, 1 Apr – 1 May.
 */
export function paidForSold(
  { soldPeriod, quantity }: { readonly soldPeriod: Sold; readonly quantity: number },
  stretch: Pick<Paid, 'from' | 'to'> & Partial<Pick<Paid, 'forMs'>>,
): Paid {
  const { price, billing } = soldPeriod;
  const amount = billing.payInAdvance ? priceOf(price, quantity) : { ...price, amountMinor: 0 };
  return paidFor({ amount, ...stretch });
}

type Sold = Pick<SoldPeriod, 'price' | 'billing'>;

/** Nothing was paid: what has no end (docs/spec/change-rules.md §3). */
export function nothingPaid({ amount, from }: Pick<Paid, 'amount' | 'from'>): Paid {
  return paidFor({ amount: { ...amount, amountMinor: 0 }, forMs: 1, from, to: from });
}

/** What the same payment has bought where its stretch ends elsewhere: the rate holds (docs/spec/change-rules.md §3). */
export function paidUntil(paid: Paid, to: Instant): Paid {
  return { ...paid, to };
}

/**
 * What a payment has bought where its subscription lasts from and to elsewhere: nothing before it begins, and where that
 * leaves nothing, the last of it, no longer than before. The rate holds (docs/spec/change-rules.md §3).
 * Example: 100.00 for May, moved to 1 Jun – 1 Jul: from 1 Jun on; moved to 1 Apr – 1 May: all of April, 30 days of it.
 */
export function paidWithin(paid: Paid, { from, to }: Pick<Paid, 'from' | 'to'>): Paid {
  const begun = laterOf(paid.from, from);
  if (begun < to) return { ...paid, from: begun, to };
  return { ...paid, from: laterOf(from, toInstant(to - (paid.to - paid.from))), to };
}

/** Whether two payments bought at one rate, whatever their stretches. */
export function isSameRate(one: Paid, other: Paid): boolean {
  return (
    one.amount.amountMinor === other.amount.amountMinor &&
    one.amount.currency === other.amount.currency &&
    one.forMs === other.forMs &&
    one.creditedMinor === other.creditedMinor
  );
}

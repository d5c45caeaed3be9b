import type { BillingTerms } from './billing-terms.js';
import { isPayable } from '../money/price-of.js';
import type { PaymentPeriodId } from '../ids.js';
import type { Money } from '../money/money.js';
import type { Interval } from '../time/interval.js';
import type { PaymentPeriod, PeriodType } from './package.js';

/**
 * The payment period as it was sold (docs/spec/change-rules.md §3): a copy, so that an edit of the catalogue does not
 * change what a customer has bought. Refreshed at each renewal.
 */
export type SoldPeriod = {
  readonly periodId: PaymentPeriodId;
  readonly type: PeriodType;
  readonly paymentMethod: string;
  readonly interval: Interval;
  readonly price: Money;
  readonly name: string | null;
  readonly billing: BillingTerms;
};

/** The period as it stands now, to be kept with what is sold. */
export function soldPeriodOf(period: PaymentPeriod): SoldPeriod {
  const { id, type, paymentMethod, interval, price, name, billing } = period;
  return { periodId: id, type, paymentMethod, interval, price, name, billing };
}

/**
 * What was sold, refreshed from its period as it stands now (docs/spec/change-rules.md §3): but never its type, which is
 * the subscription's, nor its currency. A price of another currency, or one at which so many units are no amount, is no
 * price for what was sold: then it stays as it was sold, but for the payment method.
 * Example: sold at 100.00 SEK a month; the period is 120.00 SEK by now: 120.00 SEK; it is 12.00 EUR by now: 100.00 SEK.
 */
export function renewedSoldPeriod(
  sold: SoldPeriod,
  period: PaymentPeriod | null,
  quantity: number,
): SoldPeriod {
  if (period === null) return sold;
  const { paymentMethod, interval, price, name, billing } = period;
  const isTaken = price.currency === sold.price.currency && isPayable(price, quantity);
  if (!isTaken) return { ...sold, paymentMethod };
  return { ...sold, paymentMethod, interval, price, name, billing };
}

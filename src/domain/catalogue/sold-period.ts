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
};

/** The period as it stands now, to be kept with what is sold. */
export function soldPeriodOf(period: PaymentPeriod): SoldPeriod {
  const { id, type, paymentMethod, interval, price } = period;
  return { periodId: id, type, paymentMethod, interval, price };
}

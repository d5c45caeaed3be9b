import { type Instant, laterOf, type TimeZone } from '../time/instant.js';
import { currentPeriod } from '../time/period.js';
import type { UserProduct } from './user-product.js';

type Row = Pick<UserProduct, 'validFrom' | 'validTo' | 'anchor' | 'soldPeriod'>;

/**
 * The service period that a user product is in, half-open: one interval up to `validTo`, not before it began
 * (docs/spec/change-rules.md §2). Without an end it is empty. Example: from 1 Apr, monthly, valid to 1 Jun: 1 May – 1 Jun.
 */
export function currentPeriodOf(
  { validFrom, validTo, anchor, soldPeriod }: Row,
  zone: TimeZone,
): { readonly from: Instant; readonly to: Instant } {
  if (validTo === null) return { from: validFrom, to: validFrom };
  const { interval } = soldPeriod;
  const { startAt } = currentPeriod({ anchor, interval, zone, validTo });
  const from = laterOf(startAt, validFrom);
  return { from: from < validTo ? from : startAt, to: validTo };
}

import { periodOf, type Catalogue } from '../catalogue/catalogue.js';
import { renewedSoldPeriod } from '../catalogue/sold-period.js';
import type { Money } from '../money/money.js';
import type { UserProduct } from './user-product.js';

/**
 * What the next period will cost for each unit, in minor units, as things stand: the price that a change which waits was frozen at,
 * unless its package is gone or archived, so that it would fail (docs/spec/payway-api.md §3); else what a renewal would
 * take from the catalogue, or from the snapshot where the period is gone (docs/spec/change-rules.md §3). Null where
 * nothing follows.
 * Example: sold at 100.00 SEK, the period is 120.00 by now: 120.00, and 50.00 once a downgrade to 50.00 waits.
 */
export function nextPriceOf(product: UserProduct, { packagesById }: Catalogue): Money | null {
  const { state, pendingChange, subscriptionType, soldPeriod, packageId } = product;
  if (state !== 'activated') return null;
  if (pendingChange !== null) {
    const target = packagesById.get(pendingChange.target.packageId);
    if (target !== undefined && !target.archived) return pendingChange.target.period.price;
  }
  if (subscriptionType !== 'recurring') return null;
  const period = periodOf(packagesById.get(packageId), soldPeriod.periodId);
  return renewedSoldPeriod(soldPeriod, period, product.quantity).price;
}

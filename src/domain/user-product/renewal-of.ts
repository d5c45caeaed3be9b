import { periodOf, type Catalogue } from '../catalogue/catalogue.js';
import { renewedSoldPeriod, type SoldPeriod } from '../catalogue/sold-period.js';
import { effectiveAnchor, nextBoundary } from '../time/period.js';
import type { Instant } from '../time/instant.js';
import { paidForSold } from './paid.js';
import { periodFromBoundary } from './period-from-boundary.js';
import type { UserProduct } from './user-product.js';

export type Renewal = Pick<UserProduct, 'anchor' | 'soldPeriod' | 'paid'> & {
  readonly validTo: Instant;
};

/**
 * What a renewal changes of a user product that ends at `validTo` (docs/spec/change-rules.md §2, §3): one period more
 * by the same anchor, the snapshot refreshed from the catalogue where its period still exists, archived and disabled
 * ones too, but never its type and its currency. An interval that was edited meanwhile counts from the boundary, as a successor's does.
 * Example: anchor 31 Jan, monthly, valid to 28 Feb → valid to 31 Mar.
 */
export function renewalOf(product: UserProduct, validTo: Instant, catalogue: Catalogue): Renewal {
  const { soldPeriod, anchor } = product;
  const zone = catalogue.timeZone;
  const period = periodOf(catalogue.packagesById.get(product.packageId), soldPeriod.periodId);
  const sold = renewedSoldPeriod(soldPeriod, period, product.quantity);
  const { interval } = sold;
  const was = soldPeriod.interval;
  if (interval.unit !== was.unit || interval.length !== was.length) {
    const next = periodFromBoundary({ ...product, validTo }, interval, zone);
    return renewed(sold, product, { from: validTo, validTo: next.validTo, anchor: next.anchor });
  }
  const current = effectiveAnchor({ anchor, interval, zone, validTo });
  const end = nextBoundary({ anchor: current, interval, zone }, validTo);
  return renewed(sold, product, { from: validTo, validTo: end, anchor: current });
}

function renewed(
  soldPeriod: SoldPeriod,
  { quantity }: UserProduct,
  { from, validTo, anchor }: Pick<Renewal, 'validTo' | 'anchor'> & { readonly from: Instant },
): Renewal {
  const paid = paidForSold({ soldPeriod, quantity }, { from, to: validTo });
  return { validTo, anchor, soldPeriod, paid };
}

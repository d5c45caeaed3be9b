import type { PackageId, PaymentPeriodId, TierId } from '../ids.js';
import { type Catalogue, tierIn } from './catalogue.js';

/**
 * The tier that a user product is on once it is on that package and payment period by other rules than its group's
 * (docs/spec/product-groups-api.md §8): the one of the same group that has both; null: none has, or it was on none.
 */
export function tierAfter(
  tierId: TierId | null,
  named: { readonly packageId: PackageId; readonly periodId: PaymentPeriodId },
  catalogue: Pick<Catalogue, 'tiersById'>,
): TierId | null {
  const after = tierIn(catalogue, tierId)?.group.tiers.find(
    (it) => it.packageId === named.packageId && it.periodIds.includes(named.periodId),
  );
  return after?.id ?? null;
}

import type { PackageId, PaymentPeriodId, TierId } from '../ids.js';
import type { Catalogue } from './catalogue.js';
import type { ProductGroup, Tier } from './product-group.js';

/**
 * The tier that a user product is put on by itself when it is bought (docs/spec/product-groups-api.md §3): that of its
 * package in an enabled group that sells it on this payment period; of several groups the one that was created first,
 * ties by id. Null: none is linked.
 * Example: groups of 1 and of 2 November both sell it; the former is disabled: the tier is that of the latter.
 */
export function linkedTier(
  sold: { readonly packageId: PackageId; readonly periodId: PaymentPeriodId },
  { groupsById }: Pick<Catalogue, 'groupsById'>,
): TierId | null {
  const links = [...groupsById.values()]
    .filter(({ enabled }) => enabled)
    .toSorted(byAge)
    .flatMap(({ tiers }) => tiers.filter((it) => isLinked(it, sold)));
  return links[0]?.id ?? null;
}

function isLinked(
  { packageId, periodIds }: Tier,
  sold: { readonly packageId: PackageId; readonly periodId: PaymentPeriodId },
): boolean {
  return packageId === sold.packageId && periodIds.includes(sold.periodId);
}

function byAge(a: ProductGroup, b: ProductGroup): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
}

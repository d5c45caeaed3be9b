import type { ProductGroup, Tier } from '../../domain/catalogue/product-group.js';
import type { TierId } from '../../domain/ids.js';

/** Tiers that a group would have no more, or on another package (docs/spec/product-groups-api.md §2). */
export function lostTiers(
  standing: Pick<ProductGroup, 'tiers'>,
  { tiers }: Pick<ProductGroup, 'tiers'>,
): readonly TierId[] {
  const isKept = ({ id, packageId }: Tier): boolean =>
    tiers.some((it) => it.id === id && it.packageId === packageId);
  return standing.tiers.filter((it) => !isKept(it)).map((it) => it.id);
}

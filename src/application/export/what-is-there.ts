import { isChangeableKind } from '../../domain/catalogue/is-changeable-kind.js';
import type { Package } from '../../domain/catalogue/package.js';
import type { ProductGroup, Tier } from '../../domain/catalogue/product-group.js';

/**
 * Product groups with the periods of their tiers that are still sold as they were: what an import has taken away from a
 * package is left out, and so is a tier that none is left of.
 */
export function whatIsThere(
  groups: readonly ProductGroup[],
  packages: readonly Package[],
): readonly ProductGroup[] {
  const byId = new Map(packages.map((it) => [it.id, it]));
  const left = (tier: Tier): Tier[] => {
    const periods = recurringPeriods(byId.get(tier.packageId));
    const periodIds = tier.periodIds.filter((it) => periods.has(it));
    return periodIds.length === 0 ? [] : [{ ...tier, periodIds }];
  };
  return groups.map((group) => ({ ...group, tiers: group.tiers.flatMap(left) }));
}

function recurringPeriods(pack: Package | undefined): ReadonlySet<string> {
  if (pack === undefined || !isChangeableKind(pack.kind)) return new Set();
  return new Set(pack.periods.filter((it) => it.type === 'recurring').map((it) => it.id));
}

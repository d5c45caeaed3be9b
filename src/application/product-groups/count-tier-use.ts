import type { OrganisationId, TierId } from '../../domain/ids.js';
import type { CatalogueUse } from '../ports/catalogue-use.js';

/** How many living user products are on a tier, and how many pending changes aim at it: one number. */
export type TierUse = {
  readonly counts: ReadonlyMap<TierId, number>;
  /** False: there are more than are counted. */
  readonly isAll: boolean;
};

export type CountTierUse = (
  organisationId: OrganisationId,
  tierIds: readonly TierId[],
) => Promise<TierUse>;

/** Who looks at a page needs no larger number. */
export const mostUsesCounted = 200;

/** Counts who is on tiers of a product group, as far as somebody wants to know it. Tiers that nobody is on are left out. */
export function makeCountTierUse(deps: {
  readonly catalogueUse: Pick<CatalogueUse, 'usesOfTiers'>;
}): CountTierUse {
  return async (organisationId, tierIds) => {
    const counts = new Map<TierId, number>();
    if (tierIds.length === 0) return { counts, isAll: true };
    const most = mostUsesCounted + 1;
    const uses = await deps.catalogueUse.usesOfTiers(organisationId, tierIds, most);
    for (const it of uses) counts.set(it, (counts.get(it) ?? 0) + 1);
    return { counts, isAll: uses.length <= mostUsesCounted };
  };
}

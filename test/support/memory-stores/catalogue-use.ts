import type { CatalogueUse } from '../../../src/application/ports/catalogue-use.js';
import type { OrganisationId, TierId } from '../../../src/domain/ids.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import { type Memory, rowsOf } from './memory.js';
import { inOneStep } from './one-step.js';

/** What of a catalogue the user products are on, successors that are not inserted yet among them. */
export function makeCatalogueUse({ userProducts }: Memory): CatalogueUse {
  const products = (organisationId: OrganisationId): readonly UserProduct[] =>
    rowsOf(userProducts, organisationId).flatMap(({ product, successor }) =>
      successor === null ? [product] : [product, successor.product],
    );

  return inOneStep<CatalogueUse>({
    tiersInUse: (organisationId, tierIds) => {
      const used = products(organisationId).flatMap(({ state, tierId, pendingChange }) => [
        state === 'deactivated' ? null : tierId,
        pendingChange?.target.tierId ?? null,
      ]);
      return tierIds.filter((it) => used.includes(it));
    },

    usesOfTiers: (organisationId, tierIds, most) => {
      const rows = rowsOf(userProducts, organisationId).map(({ product }) => product);
      const living = rows.filter(({ state }) => state !== 'deactivated');
      const isAsked = (it: TierId | null): it is TierId => it !== null && tierIds.includes(it);
      const on = living.map(({ tierId }) => tierId).filter(isAsked);
      const aimed = rows.map((it) => it.pendingChange?.target.tierId ?? null).filter(isAsked);
      return [...on.slice(0, most), ...aimed.slice(0, most)];
    },

    periodsInUse: (organisationId, periodIds) => {
      const used = products(organisationId).map(({ soldPeriod }) => soldPeriod.periodId);
      return periodIds.filter((it) => used.includes(it));
    },
  });
}

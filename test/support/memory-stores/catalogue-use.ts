import type { CatalogueUse } from '../../../src/application/ports/catalogue-use.js';
import type { OrganisationId } from '../../../src/domain/ids.js';
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

    periodsInUse: (organisationId, periodIds) => {
      const used = products(organisationId).map(({ soldPeriod }) => soldPeriod.periodId);
      return periodIds.filter((it) => used.includes(it));
    },
  });
}

import type { ProductGroup } from '../../domain/catalogue/product-group.js';
import type { OrganisationId, ProductGroupId } from '../../domain/ids.js';

/** Product groups, one document each, their tiers inside. */
export type ProductGroupStore = {
  /** In the order of their ids. */
  list(organisationId: OrganisationId): Promise<readonly ProductGroup[]>;
  /** By its own id: `present` when it was there already, and is left alone. */
  insert(organisationId: OrganisationId, group: ProductGroup): Promise<'inserted' | 'present'>;
  /** Filtered by the version before the one that is given. False: it has moved, or is gone. */
  replace(organisationId: OrganisationId, group: ProductGroup): Promise<boolean>;
  /** Filtered by its version. False: it has moved, or is gone. */
  remove(
    organisationId: OrganisationId,
    group: Pick<ProductGroup, 'version'> & { readonly id: ProductGroupId },
  ): Promise<boolean>;
};

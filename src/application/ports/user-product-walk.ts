import type { OrganisationId, UserProductId } from '../../domain/ids.js';
import type { StoredUserProduct } from './user-product-store.js';

/** All user products of an organisation, page by page in the order of their ids: for `verify` and `export`. */
export type UserProductWalk = {
  page(
    organisationId: OrganisationId,
    page: { after: UserProductId | null; limit: number },
  ): Promise<readonly StoredUserProduct[]>;
  /** Which of these exist: an import keeps them as they are. */
  existing(
    organisationId: OrganisationId,
    ids: readonly UserProductId[],
  ): Promise<ReadonlySet<UserProductId>>;
};

import type { AccountId, OrganisationId } from '../../domain/ids.js';
import type { Account } from './account-store.js';

/** All accounts of an organisation, page by page in the order of their ids: for `export`. */
export type AccountWalk = {
  page(
    organisationId: OrganisationId,
    page: { after: AccountId | null; limit: number },
  ): Promise<readonly Account[]>;
};

import type { AccountId, OrganisationId } from '../../domain/ids.js';

export type Account = {
  readonly id: AccountId;
  readonly customerNumber: string | null;
};

export type AccountStore = {
  exists(organisationId: OrganisationId, id: AccountId): Promise<boolean>;
  /** False: no such account in this organisation. */
  setCustomerNumber(
    organisationId: OrganisationId,
    id: AccountId,
    customerNumber: string,
  ): Promise<boolean>;
  /** Inserts by id; one that is there is left alone. Answers the ids that were there already. */
  insertMany(
    organisationId: OrganisationId,
    accounts: readonly Account[],
  ): Promise<readonly AccountId[]>;
};

/** All accounts of an organisation, page by page in the order of their ids: for `export`. */
export type AccountWalk = {
  page(
    organisationId: OrganisationId,
    page: { after: AccountId | null; limit: number },
  ): Promise<readonly Account[]>;
};

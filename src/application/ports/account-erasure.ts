import type { AccountId, OrganisationId, UserProductId } from '../../domain/ids.js';

/** Takes what is an account's out of the database, for ever. Each may be done again. */
export type AccountErasure = {
  /**
   * Of the account's events after `after` up to `through`: both sides become null, and a mark says so. All else of them
   * stays. Answers how many were not erased before.
   */
  eraseEvents(
    organisationId: OrganisationId,
    events: { accountId: AccountId; after: number; through: number },
  ): Promise<number>;
  removeCarts(organisationId: OrganisationId, accountId: AccountId): Promise<number>;
  /** Links to its pages, and sessions on them. */
  removePageAccess(organisationId: OrganisationId, accountId: AccountId): Promise<number>;
  removeChanges(organisationId: OrganisationId, accountId: AccountId): Promise<number>;
  /** Those of them that are still of the version they were read at; answers how many. */
  removeUserProducts(
    organisationId: OrganisationId,
    rows: readonly { readonly id: UserProductId; readonly version: number }[],
  ): Promise<number>;
  removeAccount(organisationId: OrganisationId, accountId: AccountId): Promise<void>;
};

import type { Change, ChangeRowWrite } from '../../domain/user-product/change.js';
import type { AccountId, ChangeId, OrganisationId } from '../../domain/ids.js';

export type ChangeStore = {
  /**
   * In the order given: `open` inserts by id and leaves one that is there alone; `close` updates filtered by
   * `state: created`, so that a late drainer cannot reopen or close again.
   */
  write(organisationId: OrganisationId, rows: readonly ChangeRowWrite[]): Promise<void>;
  find(organisationId: OrganisationId, id: ChangeId): Promise<Change | null>;
  /** Oldest first. */
  listByAccount(organisationId: OrganisationId, accountId: AccountId): Promise<readonly Change[]>;
};

/** All changes of an organisation, whole accounts at a time in the order of their ids: for `verify`. */
export type ChangeWalk = {
  /** Of the accounts after one, about so many; `through` is where the next page begins, null where there is none. */
  page(
    organisationId: OrganisationId,
    page: { readonly after: AccountId | null; readonly limit: number },
  ): Promise<{ readonly changes: readonly Change[]; readonly through: AccountId | null }>;
};

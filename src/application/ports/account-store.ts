import type { Revision } from '../../domain/catalogue/revision.js';
import type { AccountId, OrganisationId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import type { ListDirection, Page, PageQuery } from './page.js';

export type Account = {
  readonly id: AccountId;
  readonly customerNumber: string | null;
};

/** An account with how often it was edited, and since when it is there. */
export type AccountRecord = Account & Pick<Revision, 'version' | 'createdAt'>;

export type AccountStore = {
  exists(organisationId: OrganisationId, id: AccountId): Promise<boolean>;
  /** False: no such account in this organisation. What says something else than before is an edit. */
  setCustomerNumber(
    organisationId: OrganisationId,
    id: AccountId,
    customerNumber: string,
  ): Promise<boolean>;
  /** Inserts by id; one that is there is left alone. Answers the ids that were there already. */
  insertMany(
    organisationId: OrganisationId,
    accounts: readonly Account[],
    /** Real time; absent: it is not told. */
    at?: Instant,
  ): Promise<readonly AccountId[]>;
  /** What does not say since when it is there is as old as its id. */
  find(organisationId: OrganisationId, id: AccountId): Promise<AccountRecord | null>;
  /** By age, ties by id; before all others those that do not say how old they are. */
  list(
    organisationId: OrganisationId,
    query: PageQuery & { readonly direction: ListDirection },
  ): Promise<Page<AccountRecord>>;
};

/** All accounts of an organisation, page by page in the order of their ids: for `export`. */
export type AccountWalk = {
  page(
    organisationId: OrganisationId,
    page: { after: AccountId | null; limit: number },
  ): Promise<readonly Account[]>;
};

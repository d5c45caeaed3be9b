import type { AccountId, OrganisationId } from '../../domain/ids.js';
import type { AccountRecord } from '../ports/account-store.js';
import type { ListDirection, Page, PageQuery } from '../ports/page.js';

/** Oldest or newest first. */
export type ListAccounts = (
  query: PageQuery & {
    readonly organisationId: OrganisationId;
    readonly direction: ListDirection;
  },
) => Promise<Page<AccountRecord>>;

/** Null for one that is unknown, or another organisation's. */
export type FindAccount = (key: {
  readonly organisationId: OrganisationId;
  readonly accountId: AccountId;
}) => Promise<AccountRecord | null>;

export type CreateAccount = (command: {
  readonly organisationId: OrganisationId;
  /** Chosen beforehand by whoever may call again for the same one; null: a new id. */
  readonly chosenId: AccountId | null;
  readonly customerNumber: string | null;
}) => Promise<AccountRecord>;

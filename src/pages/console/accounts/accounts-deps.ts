import type { FindAccount } from '../../../application/account/account-commands.js';
import type { ListDocuments } from '../../../application/billing/list-documents.js';
import type { EraseAccount } from '../../../application/erasure/erase-account.js';
import type { CreatePortalSession } from '../../../application/portal/create-portal-session.js';
import type { ReadAccountRows } from '../../../application/user-product/read-account-rows.js';

/** What the pages of an account ask for. */
export type AccountsDeps = {
  readonly readAccountRows: ReadAccountRows;
  readonly findAccount: FindAccount;
  readonly listDocuments: ListDocuments;
  readonly createPortalSession: CreatePortalSession;
  readonly eraseAccount: EraseAccount;
  /** What stands before `/portal` in an address; null: there is no portal here. */
  readonly portalBaseUrl: (() => string) | null;
};

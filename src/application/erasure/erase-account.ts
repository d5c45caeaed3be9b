import type { AccountId, OrganisationId } from '../../domain/ids.js';
import type { DrainOutbox } from '../commit/drain-outbox.js';
import type { AccountErasure } from '../ports/account-erasure.js';
import type { AccountStore } from '../ports/account-store.js';
import type { EventLog } from '../ports/event-log.js';
import type { OrganisationStore } from '../ports/organisation-store.js';
import type { StoredUserProduct, UserProductStore } from '../ports/user-product-store.js';

type EraseAccountCommand = {
  readonly organisationId: OrganisationId;
  readonly accountId: AccountId;
  /** Only asks whether it may be done. */
  readonly isDryRun: boolean;
};

export type EraseFailure =
  | 'unknown_organisation'
  | 'unknown_account'
  /** Something of the account goes on, and its history with it. */
  | 'user_product_living'
  /** Events or documents of it cannot be brought where they belong: erased now, they would come there afterwards. */
  | 'outbox_not_drained'
  /** It was written to meanwhile: what remains is erased by doing it again. */
  | 'account_in_use';

export type EraseAccount = (command: EraseAccountCommand) => Promise<
  | {
      readonly ok: true;
      readonly userProducts: number;
      readonly changes: number;
      readonly events: number;
    }
  | { readonly ok: false; readonly failure: EraseFailure }
>;

export type EraseAccountDeps = {
  readonly organisations: Pick<OrganisationStore, 'find'>;
  readonly accounts: Pick<AccountStore, 'exists'>;
  readonly userProducts: Pick<UserProductStore, 'listByAccount'>;
  readonly events: Pick<EventLog, 'lastPosition'>;
  readonly drainOutbox: DrainOutbox;
  readonly erasure: AccountErasure;
};

/** So many positions of the log are gone through by one command. */
const positionsAtOnce = 5_000;

/**
 * Erases what is personal of an account (docs/decisions/11-erasure-and-retention.md): 1 load, and drain
 * what waits, 2 refuse, 3 remove its carts, its links and its
 * sessions, so that nothing more is done by them, 4 empty its events, 5 remove its
 * changes, 6 its user products, 7 the account. The account goes last, and each step may be done again: cut short, the same command does the rest. The events stay in the log with all
 * their ids, so that the log keeps its form; invoices and credit notes stay as they are
 * (docs/spec/product-groups-api.md §6).
 */
export function makeEraseAccount(deps: EraseAccountDeps): EraseAccount {
  return async ({ organisationId, accountId, isDryRun }) => {
    if ((await deps.organisations.find(organisationId)) === null)
      return fail('unknown_organisation');
    const rows = await drainedRows(deps, { organisationId, accountId });
    const failure = await refusalOf(deps, { organisationId, accountId }, rows);
    if (failure !== null) return fail(failure);
    if (isDryRun) return { ok: true, userProducts: rows.length, changes: 0, events: 0 };
    await deps.erasure.removeCarts(organisationId, accountId);
    await deps.erasure.removePageAccess(organisationId, accountId);
    const events = await eraseEvents(deps, organisationId, accountId);
    const changes = await deps.erasure.removeChanges(organisationId, accountId);
    const versions = rows.map(({ product }) => ({ id: product.id, version: product.version }));
    const userProducts = await deps.erasure.removeUserProducts(organisationId, versions);
    const left = await deps.userProducts.listByAccount(organisationId, accountId);
    if (left.length > 0) return fail('account_in_use');
    await deps.erasure.removeAccount(organisationId, accountId);
    return { ok: true, userProducts, changes, events };
  };
}

function fail(failure: EraseFailure): { ok: false; failure: EraseFailure } {
  return { ok: false, failure };
}

type Owner = Pick<EraseAccountCommand, 'organisationId' | 'accountId'>;

/** The rows of the account, once what waits in one of them is drained: nothing is told later that is erased by then. */
async function drainedRows(
  { userProducts, drainOutbox }: EraseAccountDeps,
  { organisationId, accountId }: Owner,
): Promise<readonly StoredUserProduct[]> {
  const rows = await userProducts.listByAccount(organisationId, accountId);
  if (!rows.some(isWaiting)) return rows;
  await drainOutbox(organisationId);
  return userProducts.listByAccount(organisationId, accountId);
}

async function refusalOf(
  { accounts }: EraseAccountDeps,
  { organisationId, accountId }: Owner,
  rows: readonly StoredUserProduct[],
): Promise<EraseFailure | null> {
  if (rows.some(isLiving)) return 'user_product_living';
  if (rows.some(isWaiting)) return 'outbox_not_drained';
  const isKnown = rows.length > 0 || (await accounts.exists(organisationId, accountId));
  return isKnown ? null : 'unknown_account';
}

function isLiving({ product }: StoredUserProduct): boolean {
  return product.endedBy === null && product.state !== 'deactivated';
}

function isWaiting({ outbox, successor }: StoredUserProduct): boolean {
  return outbox.length > 0 || successor !== null;
}

async function eraseEvents(
  { events, erasure }: EraseAccountDeps,
  organisationId: OrganisationId,
  accountId: AccountId,
): Promise<number> {
  const last = await events.lastPosition(organisationId);
  let erased = 0;
  for (let after = 0; after < last; after += positionsAtOnce) {
    const through = after + positionsAtOnce;
    erased += await erasure.eraseEvents(organisationId, { accountId, after, through });
  }
  return erased;
}

import type { AccountId, OrganisationId, SubscriptionId, UserProductId } from '../../domain/ids.js';
import type { OrganisationTime } from '../clock/organisation-now.js';
import { drainPage, type DrainPageDeps } from '../commit/drain-page.js';
import { findDrainable } from '../commit/find-drainable.js';
import type { SetAside } from '../commit/set-aside.js';
import { newHoldWaits, waitForHolder } from '../clock/wait-for-holder.js';
import type { ChainStore } from '../ports/chain-store.js';
import { UnreadableUserProductError } from '../ports/failures.js';
import type { Organisation } from '../ports/organisation-store.js';
import type { Pause } from '../ports/surroundings.js';
import type {
  OutboxStore,
  StoredUserProduct,
  UserProductStore,
} from '../ports/user-product-store.js';
import type { ReadAccountRows } from '../user-product/read-account-rows.js';

/** Whose documents are asked for: all that is null is not named. */
type DocumentOwner = {
  readonly accountId: AccountId | null;
  readonly userProductId: UserProductId | null;
  readonly subscriptionId: SubscriptionId | null;
};

/**
 * Applies what is due for the account that is named, and drains what waits there; of an organisation as a whole it drains
 * what waits now. Throws `BusyError` where more is due than a request ends, and where a step of the test clock is under way
 * for too long.
 */
export type WriteWhatWaits = (organisation: Organisation, owner: DocumentOwner) => Promise<void>;

export type WriteWhatWaitsDeps = DrainPageDeps & {
  readonly userProducts: Pick<UserProductStore, 'find' | 'findBySuccessor'>;
  readonly chains: Pick<ChainStore, 'find'>;
  readonly outboxes: Pick<OutboxStore, 'findDrainable'>;
  readonly setAside: Pick<SetAside, 'unreadable'>;
  readonly readAccountRows: ReadAccountRows;
  readonly organisationTime: OrganisationTime;
  readonly pause: Pause;
};

const pageSize = 500;

/**
 * What an answered write has made is in every later read of documents (docs/spec/product-groups-api.md §4), and they are
 * read from their collection alone: so what is on its way there is brought there first. Nobody else's drain is waited for;
 * but while somebody ends the periods of the organisation in order, what they have ended is theirs to drain
 * (docs/architecture.md §4).
 */
export function makeWriteWhatWaits(deps: WriteWhatWaitsDeps): WriteWhatWaits {
  return async (organisation, { accountId, userProductId, subscriptionId }) => {
    const { id: organisationId } = organisation;
    if (accountId === null && userProductId === null && subscriptionId === null) {
      const findAll = () => findDrainable(deps, { organisationId, limit: pageSize });
      while ((await drainFound(deps, organisation, findAll)) === pageSize);
      return;
    }
    const owner =
      accountId ??
      (await ownerOf(deps, organisationId, userProductId)) ??
      (await ownerOfChain(deps, organisationId, subscriptionId));
    if (owner === null) return;
    await drainFound(deps, organisation, async () => {
      const account = await deps.readAccountRows({ organisationId, accountId: owner });
      return (account?.rows ?? []).filter(({ outbox }) => outbox.length > 0);
    });
  };
}

/**
 * Drains what is found once nobody holds the organisation, and answers how many rows were found. Asked after they were
 * read: what was read before somebody began to hold it is older than what is ended since.
 */
async function drainFound(
  deps: WriteWhatWaitsDeps,
  organisation: Organisation,
  find: () => Promise<readonly StoredUserProduct[]>,
): Promise<number> {
  const left = newHoldWaits();
  for (;;) {
    const rows = await find();
    if (rows.length === 0) return 0;
    const { isHeld } = await deps.organisationTime(organisation);
    if (!isHeld) return (await drainPage(deps, rows)) === 0 ? 0 : rows.length;
    await waitForHolder(deps, left);
  }
}

/** Null where nobody has it: then nothing waits for it either. */
async function ownerOf(
  { userProducts }: WriteWhatWaitsDeps,
  organisationId: OrganisationId,
  id: UserProductId | null,
): Promise<AccountId | null> {
  if (id === null) return null;
  try {
    const found = await userProducts.find(organisationId, id);
    const row = found ?? (await userProducts.findBySuccessor(organisationId, id));
    return row?.product.accountId ?? null;
  } catch (error) {
    if (!(error instanceof UnreadableUserProductError)) throw error;
    return error.userProduct.accountId;
  }
}

/** Not by its first user product: one that came in by a file may have left that behind. */
async function ownerOfChain(
  { chains }: WriteWhatWaitsDeps,
  organisationId: OrganisationId,
  id: SubscriptionId | null,
): Promise<AccountId | null> {
  return id === null ? null : ((await chains.find(organisationId, id))?.accountId ?? null);
}

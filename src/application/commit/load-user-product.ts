import type { AccountId, OrganisationId, UserProductId } from '../../domain/ids.js';
import { SetAsideError, UnreadableUserProductError } from '../ports/failures.js';
import type { StoredUserProduct, UserProductStore } from '../ports/user-product-store.js';
import type { SetAside } from './set-aside.js';

export type UserProductKey = {
  readonly organisationId: OrganisationId;
  /** Null: whoever it belongs to. */
  readonly accountId: AccountId | null;
  readonly userProductId: UserProductId;
};

export type LoadUserProduct = (key: UserProductKey) => Promise<StoredUserProduct | null>;

/**
 * Reads a user product, and finishes what a process that died left half done on the way (docs/architecture.md §3): an
 * id that is missed may be a successor not inserted yet, and a row may hold one. Both are inserted first. An id missed
 * as a successor too is read once more, because it may have been inserted between the two reads.
 *
 * Null for what is not there, not this organisation's or not this account's. Throws `SetAsideError` for one that cannot
 * be read.
 */
export function makeLoadUserProduct(deps: {
  readonly userProducts: UserProductStore;
  readonly setAside: Pick<SetAside, 'unreadable'>;
}): LoadUserProduct {
  const { userProducts } = deps;

  const findAsSuccessor = async (key: UserProductKey): Promise<StoredUserProduct | null> => {
    const { organisationId, userProductId, accountId } = key;
    const source = await userProducts.findBySuccessor(
      organisationId,
      userProductId,
      ofAccount(accountId),
    );
    if (source?.successor) await userProducts.insert(organisationId, source.successor);
    return userProducts.find(organisationId, userProductId, ofAccount(accountId));
  };

  const read = async (key: UserProductKey): Promise<StoredUserProduct | null> => {
    const { organisationId, userProductId, accountId } = key;
    try {
      const found = await userProducts.find(organisationId, userProductId, ofAccount(accountId));
      return found ?? (await findAsSuccessor(key));
    } catch (error) {
      if (!(error instanceof UnreadableUserProductError)) throw error;
      await deps.setAside.unreadable(error.userProduct);
      if (!isOf(key, error.userProduct)) return null;
      throw new SetAsideError(error);
    }
  };

  return async (key) => {
    const row = await read(key);
    if (row === null || !isOf(key, row.product)) return null;
    if (row.successor === null) return row;
    await userProducts.insert(key.organisationId, row.successor);
    return { ...row, successor: null };
  };
}

/** What a store is told of the account: on a sharded cluster a read that names it asks one shard. */
export function ofAccount(accountId: AccountId | null): AccountId | undefined {
  return accountId ?? undefined;
}

/** Whether a user product belongs to the account that is meant. */
export function isOf(
  { accountId }: Pick<UserProductKey, 'accountId'>,
  owned: { readonly accountId: AccountId },
): boolean {
  return accountId === null || accountId === owned.accountId;
}

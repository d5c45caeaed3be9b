import type { AccountId, OrganisationId, UserProductId } from '../../domain/ids.js';
import { SetAsideError, UnreadableUserProductError } from '../ports/failures.js';
import type { StoredUserProduct, UserProductStore } from '../ports/user-product-store.js';
import type { SetAside } from './set-aside.js';

export type UserProductKey = {
  readonly organisationId: OrganisationId;
  readonly accountId: AccountId;
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
    const source = await userProducts.findBySuccessor(organisationId, userProductId, accountId);
    if (source?.successor) await userProducts.insert(organisationId, source.successor);
    return userProducts.find(organisationId, userProductId, accountId);
  };

  const read = async (key: UserProductKey): Promise<StoredUserProduct | null> => {
    const { organisationId, userProductId, accountId } = key;
    try {
      const found = await userProducts.find(organisationId, userProductId, accountId);
      return found ?? (await findAsSuccessor(key));
    } catch (error) {
      if (!(error instanceof UnreadableUserProductError)) throw error;
      await deps.setAside.unreadable(error.userProduct);
      if (error.userProduct.accountId !== key.accountId) return null;
      throw new SetAsideError(error);
    }
  };

  return async (key) => {
    const { organisationId, accountId } = key;
    const row = await read(key);
    if (row?.product.accountId !== accountId) return null;
    if (row.successor === null) return row;
    await userProducts.insert(organisationId, row.successor);
    return { ...row, successor: null };
  };
}

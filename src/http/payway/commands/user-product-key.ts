import type { Caller } from '../../../application/authorization/authenticate.js';
import type { UserProductKey } from '../../../application/commit/load-user-product.js';
import { parseId, type AccountId, type UserProductId } from '../../../domain/ids.js';

type Sent = { readonly account_id: string; readonly user_product_id: string };

/** A user product by its account, of the caller's organisation; null where an id cannot be one. */
export function toUserProductKey(sent: Sent, { organisationId }: Caller): UserProductKey | null {
  const accountId = parseId<AccountId>(sent.account_id);
  const userProductId = parseId<UserProductId>(sent.user_product_id);
  if (accountId === null || userProductId === null) return null;
  return { organisationId, accountId, userProductId };
}

/** A user product of the account that the caller's token names; null where the id cannot be one. */
export function toOwnKey(id: string, { organisationId, accountId }: Caller): UserProductKey | null {
  const userProductId = parseId<UserProductId>(id);
  if (accountId === null || userProductId === null) return null;
  return { organisationId, accountId, userProductId };
}

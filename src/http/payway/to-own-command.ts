import type { Caller } from '../../application/authorization/authenticate.js';
import type { DialectChangeCommand } from '../../application/change/dialect-changes.js';
import type { UserProductKey } from '../../application/commit/load-user-product.js';
import { parseId, type PaymentPeriodId, type UserProductId } from '../../domain/ids.js';

type OwnChangeBody = {
  readonly id: string;
  readonly package_code: string;
  readonly target_period_id?: string;
  readonly default_behaviour?: boolean;
};

/** A user product of the account that the caller's token names; null where the id cannot be one. */
export function toOwnKey(id: string, caller: Caller): UserProductKey | null {
  const { organisationId, accountId } = caller;
  const userProductId = parseId<UserProductId>(id);
  if (accountId === null || userProductId === null) return null;
  return { organisationId, accountId, userProductId };
}

/** Null where an id passes the documented pattern and yet cannot be one: it names nothing, so the answer is 404. */
export function toOwnChangeCommand(body: unknown, caller: Caller): DialectChangeCommand | null {
  const sent = body as OwnChangeBody;
  const key = toOwnKey(sent.id, caller);
  const named = sent.target_period_id;
  const periodId = named === undefined ? null : parseId<PaymentPeriodId>(named);
  if (key === null || (named !== undefined && periodId === null)) return null;
  return {
    ...key,
    packageCode: sent.package_code,
    periodId,
    behaviour: sent.default_behaviour === false ? 'explicit' : 'default',
    requestedBy: caller.clientId,
  };
}

import type { Caller } from '../../application/authorization/authenticate.js';
import type { DialectChangeCommand } from '../../application/change/dialect-changes.js';
import type { UserProductKey } from '../../application/commit/load-user-product.js';
import {
  parseId,
  type AccountId,
  type PaymentPeriodId,
  type UserProductId,
} from '../../domain/ids.js';
import { parseInstant } from '../../domain/time/instant-text.js';
import type { Instant } from '../../domain/time/instant.js';

/** A body that has passed the field rules of `change_product`. */
type ChangeProductBody = {
  readonly account_id: string;
  readonly user_product_id: string;
  readonly package_code: string;
  readonly target_period_id: string;
  readonly default_behaviour?: boolean;
  readonly quote?: string;
};

/** Null where an id passes the documented pattern and yet cannot be one: it names nothing, so the answer is 404. */
export function toChangeCommand(body: unknown, caller: Caller): DialectChangeCommand | null {
  const sent = body as ChangeProductBody;
  const accountId = parseId<AccountId>(sent.account_id);
  const userProductId = parseId<UserProductId>(sent.user_product_id);
  const periodId = parseId<PaymentPeriodId>(sent.target_period_id);
  if (accountId === null || userProductId === null || periodId === null) return null;
  return {
    organisationId: caller.organisationId,
    accountId,
    userProductId,
    packageCode: sent.package_code,
    periodId,
    behaviour: sent.default_behaviour === false ? 'explicit' : 'default',
    requestedBy: caller.clientId,
    ...(sent.quote === undefined ? {} : { quote: sent.quote }),
  };
}

/** Null for a day or an hour that does not exist. The body has passed its field rules. */
export function toClockInstant(body: unknown): Instant | null {
  return parseInstant((body as { readonly now: string }).now);
}

/** A user product by its account, of the caller's organisation; null where an id cannot be one. */
export function toUserProductKey(body: unknown, caller: Caller): UserProductKey | null {
  const sent = body as { readonly account_id: string; readonly user_product_id: string };
  const accountId = parseId<AccountId>(sent.account_id);
  const userProductId = parseId<UserProductId>(sent.user_product_id);
  if (accountId === null || userProductId === null) return null;
  return { organisationId: caller.organisationId, accountId, userProductId };
}

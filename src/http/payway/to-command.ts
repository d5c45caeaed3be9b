import type { Caller } from '../../application/authorization/authenticate.js';
import type { RequestChangeCommand } from '../../application/change/change-command.js';
import {
  parseId,
  type AccountId,
  type PaymentPeriodId,
  type UserProductId,
} from '../../domain/ids.js';
import { parseInstant } from '../../domain/time/parse-instant.js';
import type { Instant } from '../../domain/time/instant.js';

/** A body that has passed `changeProductFields`. */
type ChangeProductBody = {
  readonly account_id: string;
  readonly user_product_id: string;
  readonly package_code: string;
  readonly target_period_id: string;
  readonly default_behaviour?: boolean;
};

/** Null where an id passes the documented pattern and yet cannot be one: it names nothing, so the answer is 404. */
export function toChangeCommand(body: unknown, caller: Caller): RequestChangeCommand | null {
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
  };
}

/** Null for a day or an hour that does not exist. The body has passed `testClockFields`. */
export function toClockInstant(body: unknown): Instant | null {
  return parseInstant((body as { readonly now: string }).now);
}

import type { Caller } from '../../../application/authorization/authenticate.js';
import type { CreateUserProductCommand } from '../../../application/user-product/create-user-product.js';
import { parseId, type AccountId, type PaymentPeriodId } from '../../../domain/ids.js';
import type { UserProductEdits } from '../../../domain/user-product/edit-user-product.js';
import type { BodyOf } from '../../core/field-rule.js';
import {
  accountIdField,
  codeField,
  looseIdField,
  optional,
  paywayInstantField,
  wordField,
} from '../fields.js';
import { parsePaywayInstant } from '../payway-instant.js';

const types = ['recurring', 'limited'] as const;

/** What a new user product is asked (docs/spec/payway-api.md §5). */
export const createFields = [
  accountIdField,
  codeField('package_code'),
  wordField('subscription_type', types),
  paywayInstantField('valid_from'),
  paywayInstantField('valid_to'),
  looseIdField('payment_period_id', optional),
] as const;

/** What is to be set of a user product (docs/spec/payway-api.md §5). */
export const updateFields = [
  accountIdField,
  looseIdField('product_id'),
  wordField('subscription_type', types, optional),
  wordField('state', ['activated', 'deactivated'], optional),
  paywayInstantField('valid_from', optional),
  paywayInstantField('valid_to', optional),
] as const;

/** Names the field whose day or hour does not exist. */
type Unreal = { readonly unreal: string };

/** Null where an id cannot be one. */
export function toCreateCommand(
  sent: BodyOf<typeof createFields>,
  caller: Caller,
  chosenId: string | null,
): CreateUserProductCommand | Unreal | null {
  const accountId = parseId<AccountId>(sent.account_id);
  const { payment_period_id: namedPeriod } = sent;
  const periodId = namedPeriod === undefined ? null : parseId<PaymentPeriodId>(namedPeriod);
  const isPeriodUnknown = namedPeriod !== undefined && periodId === null;
  if (accountId === null || isPeriodUnknown) return null;
  const validFrom = parsePaywayInstant(sent.valid_from);
  const validTo = parsePaywayInstant(sent.valid_to);
  if (validFrom === null) return { unreal: 'valid_from' };
  if (validTo === null) return { unreal: 'valid_to' };
  return {
    organisationId: caller.organisationId,
    accountId,
    packageCode: sent.package_code,
    subscriptionType: sent.subscription_type,
    periodId,
    validFrom,
    validTo,
    provisionService: caller.provisionService,
    chosenId,
  };
}

/** What is to be set; a field that was left out is left as it is. */
export function toEdits(body: BodyOf<typeof updateFields>): UserProductEdits | Unreal {
  const { subscription_type: subscriptionType, state, ...dates } = body;
  const validFrom =
    dates.valid_from === undefined ? undefined : parsePaywayInstant(dates.valid_from);
  const validTo = dates.valid_to === undefined ? undefined : parsePaywayInstant(dates.valid_to);
  if (validFrom === null) return { unreal: 'valid_from' };
  if (validTo === null) return { unreal: 'valid_to' };
  return {
    ...(subscriptionType === undefined ? {} : { subscriptionType }),
    ...(state === undefined ? {} : { state }),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validTo === undefined ? {} : { validTo }),
  };
}

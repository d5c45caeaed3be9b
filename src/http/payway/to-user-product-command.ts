import type { Caller } from '../../application/authorization/authenticate.js';
import type { CreateUserProductCommand } from '../../application/user-product/create-user-product.js';
import { parseId, type AccountId, type PaymentPeriodId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import { parseInstant } from '../../domain/time/instant-text.js';
import type { UserProductEdits } from '../../domain/user-product/edit-user-product.js';

type SentDates = { readonly valid_from?: string; readonly valid_to?: string };

type CreateBody = Required<SentDates> & {
  readonly account_id: string;
  readonly package_code: string;
  readonly subscription_type: 'recurring' | 'limited';
  readonly payment_period_id?: string;
};

type UpdateBody = SentDates &
  Pick<UserProductEdits, 'state'> & {
    readonly subscription_type?: 'recurring' | 'limited';
  };

/** Names the field whose day or hour does not exist. */
type Unreal = { readonly unreal: string };

/** Null where an id cannot be one. The body has passed its field rules. */
export function toCreateCommand(
  body: unknown,
  caller: Caller,
  chosenId: string | null,
): CreateUserProductCommand | Unreal | null {
  const sent = body as CreateBody;
  const accountId = parseId<AccountId>(sent.account_id);
  const { payment_period_id: namedPeriod } = sent;
  const periodId = namedPeriod === undefined ? null : parseId<PaymentPeriodId>(namedPeriod);
  const isPeriodUnknown = namedPeriod !== undefined && periodId === null;
  if (accountId === null || isPeriodUnknown) return null;
  const validFrom = paywayInstantOf(sent.valid_from);
  const validTo = paywayInstantOf(sent.valid_to);
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
export function toEdits(body: unknown): UserProductEdits | Unreal {
  const { subscription_type: subscriptionType, state, ...dates } = body as UpdateBody;
  const validFrom = dates.valid_from === undefined ? undefined : paywayInstantOf(dates.valid_from);
  const validTo = dates.valid_to === undefined ? undefined : paywayInstantOf(dates.valid_to);
  if (validFrom === null) return { unreal: 'valid_from' };
  if (validTo === null) return { unreal: 'valid_to' };
  return {
    ...(subscriptionType === undefined ? {} : { subscriptionType }),
    ...(state === undefined ? {} : { state }),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validTo === undefined ? {} : { validTo }),
  };
}

/** `2016-10-02 13:00 +0100`, or ISO 8601 as answers print it; null for a day or an hour that does not exist. */
function paywayInstantOf(sent: string): Instant | null {
  const [, day, time, hours, minutes] =
    /^(\S{10}) (\d\d:\d\d(?::\d\d)?) ([+-]\d\d)(\d\d)$/.exec(sent) ?? [];
  const isPlain = day !== undefined && time !== undefined && hours !== undefined;
  return parseInstant(isPlain ? `${day}T${time}${hours}:${minutes ?? '00'}` : sent);
}

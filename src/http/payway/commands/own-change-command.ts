import type { Caller } from '../../../application/authorization/authenticate.js';
import type { DialectChangeCommand } from '../../../application/change/dialect-changes.js';
import { parseId, type PaymentPeriodId } from '../../../domain/ids.js';
import { type BodyOf, withDefault } from '../../core/field-rule.js';
import { booleanField, codeField, looseIdField, optional } from '../fields.js';
import { toOwnKey } from './user-product-key.js';

/** What `me/change_product` is asked: the account is the token's (docs/spec/payway-api.md §5). */
export const ownChangeFields = [
  looseIdField('id'),
  codeField('package_code'),
  looseIdField('target_period_id', optional),
  withDefault(booleanField('default_behaviour'), true),
] as const;

/** Null where an id passes the documented pattern and yet cannot be one: it names nothing, so the answer is 404. */
export function toOwnChangeCommand(
  body: BodyOf<typeof ownChangeFields>,
  caller: Caller,
): DialectChangeCommand | null {
  const key = toOwnKey(body.id, caller);
  const named = body.target_period_id;
  const periodId = named === undefined ? null : parseId<PaymentPeriodId>(named);
  if (key === null || (named !== undefined && periodId === null)) return null;
  return {
    ...key,
    packageCode: body.package_code,
    periodId,
    behaviour: body.default_behaviour ? 'default' : 'explicit',
    requestedBy: caller.clientId,
  };
}

import type { Caller } from '../../../application/authorization/authenticate.js';
import type { DialectChangeCommand } from '../../../application/change/dialect-changes.js';
import { parseId, type PaymentPeriodId } from '../../../domain/ids.js';
import { type BodyOf, withDefault } from '../../core/field-rule.js';
import {
  accountIdField,
  booleanField,
  codeField,
  looseIdField,
  quoteField,
  userProductIdField,
} from '../fields.js';
import { toUserProductKey } from './user-product-key.js';

/** What a preview is asked (docs/spec/payway-api.md §2). */
export const previewFields = [
  accountIdField,
  userProductIdField,
  codeField('package_code'),
  looseIdField('target_period_id'),
  withDefault(booleanField('default_behaviour'), true),
] as const;

/** What `change_product` is asked: the same, and a quote that pins it. */
export const changeFields = [...previewFields, quoteField] as const;

/** Null where an id passes the documented pattern and yet cannot be one: it names nothing, so the answer is 404. */
export function toChangeCommand(
  body: BodyOf<typeof changeFields>,
  caller: Caller,
): DialectChangeCommand | null {
  const key = toUserProductKey(body, caller);
  const periodId = parseId<PaymentPeriodId>(body.target_period_id);
  if (key === null || periodId === null) return null;
  return {
    ...key,
    packageCode: body.package_code,
    periodId,
    behaviour: body.default_behaviour ? 'default' : 'explicit',
    requestedBy: caller.clientId,
    ...(body.quote === undefined ? {} : { quote: body.quote }),
  };
}

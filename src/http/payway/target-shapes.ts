import type { Catalogue } from '../../domain/catalogue/catalogue.js';
import type { SoldPeriod } from '../../domain/catalogue/sold-period.js';
import type { ChangeAmounts, FrozenTarget } from '../../domain/user-product/change.js';
import { toMajorUnits } from '../../domain/money/decimal-amount.js';
import type { JsonSchema } from '../core/endpoint.js';
import { hexId, maybe, maybeText, objectSchema } from './schemas.js';

const text: JsonSchema = { type: 'string' };
const price: JsonSchema = { type: 'number' };

export const targetPackageSchema = objectSchema({
  id: hexId,
  code: text,
  name: maybeText,
  tags: { type: 'array', items: objectSchema({ name: text, type: text }) },
});

/** What a change is to: named as it is now where the catalogue still has it. */
export function toTargetPackageItem(target: FrozenTarget, { packagesById }: Catalogue) {
  const found = packagesById.get(target.packageId);
  const tags = (found?.tags ?? []).map(({ name, type }) => ({ name, type }));
  return { id: target.packageId, code: target.packageCode, name: found?.name ?? null, tags };
}

export const soldPeriodFields = {
  id: hexId,
  payment_method: text,
  type: { enum: ['recurring', 'limited', 'single'] },
  iteration_type: { enum: ['day', 'week', 'month', 'year'] },
  iteration_length: { type: 'integer', minimum: 1 },
  price,
} as const satisfies Record<string, JsonSchema>;

export const soldPeriodSchema = objectSchema(soldPeriodFields);

/** A payment period as it is, or will be, sold; its price in major units. */
export function toSoldPeriodItem(period: SoldPeriod) {
  return {
    id: period.periodId,
    payment_method: period.paymentMethod,
    type: period.type,
    iteration_type: period.interval.unit,
    iteration_length: period.interval.length,
    price: toMajorUnits(period.price),
  };
}

export const amountsSchema = objectSchema({
  currency: { type: 'string', pattern: '^[A-Z]{3}$' },
  value_left: price,
  value_carried: price,
  next_renewal: maybe(price),
});

/** What a change is worth, in major units. Example: 5,000 minor units of SEK are 50. */
export function toAmountsItem({ valueLeft, valueCarried, nextRenewal }: ChangeAmounts) {
  return {
    currency: valueLeft.currency,
    value_left: toMajorUnits(valueLeft),
    value_carried: toMajorUnits(valueCarried),
    next_renewal: nextRenewal === null ? null : toMajorUnits(nextRenewal),
  };
}

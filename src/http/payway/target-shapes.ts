import { z } from 'zod';
import type { Catalogue } from '../../domain/catalogue/catalogue.js';
import type { SoldPeriod } from '../../domain/catalogue/sold-period.js';
import type { ChangeAmounts, FrozenTarget } from '../../domain/user-product/change.js';
import { toMajorUnits } from '../../domain/money/decimal-amount.js';
import { amount, currency, hexId, textOrNull, periodType, type AnswerOf } from './schemas.js';

export const packageTag = z
  .strictObject({ name: z.string(), type: z.string() })
  .meta({ id: 'PackageTag' });

export const targetPackageShape = z
  .strictObject({ id: hexId, code: z.string(), name: textOrNull, tags: z.array(packageTag) })
  .meta({
    id: 'TargetPackage',
    description: 'The package that a change is to; `name` is null where the catalogue has lost it',
  });

/** What a change is to: named as it is now where the catalogue still has it. */
export function toTargetPackageItem(
  target: FrozenTarget,
  { packagesById }: Catalogue,
): AnswerOf<typeof targetPackageShape> {
  const found = packagesById.get(target.packageId);
  const tags = (found?.tags ?? []).map(({ name, type }) => ({ name, type }));
  return { id: target.packageId, code: target.packageCode, name: found?.name ?? null, tags };
}

export const soldPeriodFields = {
  id: hexId,
  payment_method: z.string(),
  type: periodType,
  iteration_type: z.enum(['day', 'week', 'month', 'year']).meta({ id: 'IterationType' }),
  iteration_length: z.int().min(1),
  price: amount,
  currency,
} as const;

export const soldPeriodShape = z
  .strictObject(soldPeriodFields)
  .meta({ id: 'SoldPeriod', description: 'A payment period as it is, or will be, sold' });

/** A payment period as it is, or will be, sold; its price in major units. */
export function toSoldPeriodItem(period: SoldPeriod): AnswerOf<typeof soldPeriodShape> {
  return {
    id: period.periodId,
    payment_method: period.paymentMethod,
    type: period.type,
    iteration_type: period.interval.unit,
    iteration_length: period.interval.length,
    price: toMajorUnits(period.price),
    currency: period.price.currency,
  };
}

export const amountsShape = z
  .strictObject({
    currency,
    value_left: amount.meta({ description: 'What the old period still stands for' }),
    value_carried: amount.meta({ description: 'What of it becomes time on the new one' }),
    next_renewal: amount.nullable(),
  })
  .meta({ id: 'ChangeAmounts', description: 'What a change is worth, in major units' });

/** What a change is worth, in major units. Example: 5,000 minor units of SEK are 50. */
export function toAmountsItem({
  valueLeft,
  valueCarried,
  nextRenewal,
}: ChangeAmounts): AnswerOf<typeof amountsShape> {
  return {
    currency: valueLeft.currency,
    value_left: toMajorUnits(valueLeft),
    value_carried: toMajorUnits(valueCarried),
    next_renewal: nextRenewal === null ? null : toMajorUnits(nextRenewal),
  };
}

import { z } from 'zod';
import type { ListedPackage } from '../../application/catalogue/list-packages.js';
import type { PaymentPeriod } from '../../domain/catalogue/package.js';
import { soldPeriodOf } from '../../domain/catalogue/sold-period.js';
import { formatInstant } from '../../domain/time/instant-text.js';
import type { Instant, TimeZone } from '../../domain/time/instant.js';
import { describeInterval } from './describe-interval.js';
import { hexId, dateTime, textOrNull, type AnswerOf } from './schemas.js';
import { packageTag, soldPeriodFields, toSoldPeriodItem } from './target-shapes.js';

const periodDetails = z
  .strictObject({
    name: z.string().meta({ description: 'How long the period lasts, such as `1 month`' }),
    type: z.string().meta({ description: 'The payment method' }),
  })
  .meta({ id: 'PaymentPeriodDetails' });

export const paymentPeriodShape = z
  .strictObject({ ...soldPeriodFields, enabled: z.boolean(), details: periodDetails })
  .meta({ id: 'PaymentPeriod', description: 'One way to pay for a package; price in major units' });

/** A payment period as it stands; its name is how long it lasts, such as "1 month". */
export function toPeriodItem(period: PaymentPeriod): AnswerOf<typeof paymentPeriodShape> {
  const { enabled, interval, paymentMethod } = period;
  const details = {
    name: `${String(interval.length)} ${describeInterval(interval)}`,
    type: paymentMethod,
  };
  return { ...toSoldPeriodItem(soldPeriodOf(period)), enabled, details };
}

export const packageRank = z.int().min(0).max(999).meta({ description: '0: it has no rank' });

export const packageShape = z
  .strictObject({
    id: hexId,
    product_code: z.string(),
    integration_code: textOrNull,
    title_code: textOrNull,
    name: z.string(),
    description: textOrNull,
    rank: packageRank,
    customer_can_cancel: z.boolean(),
    vat_code: textOrNull,
    valid_from: dateTime.nullable(),
    valid_to: dateTime.nullable(),
    tags: z.array(packageTag),
    expired: z.boolean().meta({ description: 'Whether it is not on sale' }),
    price_periods: z.array(paymentPeriodShape),
  })
  .meta({ id: 'Package', description: 'What is sold' });

/**
 * A package in Payway's words (docs/spec/payway-api.md §5): rank 0 where it has none, `expired` where it is not on
 * sale.
 */
export function toPackageItem(
  { package: pack, rank, isOnSale }: ListedPackage,
  zone: TimeZone,
): AnswerOf<typeof packageShape> {
  const date = (at: Instant | null): string | null =>
    at === null ? null : formatInstant(at, zone);
  return {
    id: pack.id,
    product_code: pack.code,
    integration_code: pack.integrationCode,
    title_code: pack.titleCode,
    name: pack.name,
    // A documented field of which nothing here is kept.
    description: null,
    rank: rank === 'unranked' ? 0 : rank,
    customer_can_cancel: pack.customerCanCancel,
    vat_code: pack.vatCode,
    valid_from: date(pack.validFrom),
    valid_to: date(pack.validTo),
    tags: pack.tags.map(({ name, type }) => ({ name, type })),
    expired: !isOnSale,
    price_periods: pack.periods.map(toPeriodItem),
  };
}

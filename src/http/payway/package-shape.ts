import type { ListedPackage } from '../../application/catalogue/list-packages.js';
import type { PaymentPeriod } from '../../domain/catalogue/package.js';
import { soldPeriodOf } from '../../domain/catalogue/sold-period.js';
import { formatInstant } from '../../domain/time/instant-text.js';
import type { Instant, TimeZone } from '../../domain/time/instant.js';
import type { JsonSchema } from '../core/endpoint.js';
import { describeInterval } from './describe-interval.js';
import { hexId, instant, maybe, maybeText, objectSchema } from './schemas.js';
import { soldPeriodFields, toSoldPeriodItem } from './target-shapes.js';

const text: JsonSchema = { type: 'string' };

export const periodSchema = objectSchema({
  ...soldPeriodFields,
  enabled: { type: 'boolean' },
  details: objectSchema({ name: text, type: text }),
});

/** A payment period as it stands; its name is how long it lasts, such as "1 month". */
export function toPeriodItem(period: PaymentPeriod): Record<string, unknown> {
  const { enabled, interval, paymentMethod } = period;
  const details = {
    name: `${String(interval.length)} ${describeInterval(interval)}`,
    type: paymentMethod,
  };
  return { ...toSoldPeriodItem(soldPeriodOf(period)), enabled, details };
}

export const packageSchema = objectSchema({
  id: hexId,
  product_code: text,
  integration_code: maybeText,
  title_code: maybeText,
  name: text,
  description: maybeText,
  rank: { type: 'integer', minimum: 0, maximum: 999 },
  customer_can_cancel: { type: 'boolean' },
  vat_code: maybeText,
  valid_from: maybe(instant),
  valid_to: maybe(instant),
  tags: { type: 'array', items: objectSchema({ name: text, type: text }) },
  expired: { type: 'boolean' },
  price_periods: { type: 'array', items: periodSchema },
});

/** A package in Payway's words (spec/payway-api.md §5): rank 0 where it has none, `expired` where it is not on sale. */
export function toPackageItem(
  { package: pack, rank, isOnSale }: ListedPackage,
  zone: TimeZone,
): Record<string, unknown> {
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

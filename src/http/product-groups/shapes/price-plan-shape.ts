import { z } from 'zod';
import type { PeriodRecord } from '../../../application/catalogue/period-commands.js';
import type { Package, PaymentPeriod } from '../../../domain/catalogue/package.js';
import { intervalText, periodName } from '../../../domain/catalogue/period-name.js';
import type { SoldPeriod } from '../../../domain/catalogue/sold-period.js';
import { utcText } from '../instants.js';
import {
  currencyCode,
  interval,
  namedResource,
  planPrice,
  type Printed,
  recordFields,
  resourceId,
} from './scalars.js';

export const planStatuses = ['active', 'archived'] as const;
const planTypes = ['flat_fee', 'per_unit'] as const;

export const planStatus = z.enum(planStatuses).meta({ id: 'PricePlanStatus' });
export const planType = z.enum(planTypes).meta({ id: 'PricePlanType' });

const priceFields = {
  id: resourceId,
  internalName: z.string(),
  billingInterval: interval,
  currencyCode,
  price: planPrice,
} as const;

const termsFields = {
  type: planType,
  payInAdvance: z.boolean().meta({ description: 'False: at the end of each period' }),
  proRata: z.boolean(),
  quantityEditable: z.boolean(),
  minQuantity: z.int().min(1),
  maxQuantity: z.int().min(1).nullable().meta({ description: 'Null: 1,000,000' }),
} as const;

export const planOfTier = z
  .strictObject({ ...priceFields, status: planStatus })
  .meta({ id: 'PricePlanOfMembership', description: 'A price plan as a membership lists it' });

export const soldPlanShape = z
  .strictObject({ ...priceFields, ...termsFields })
  .meta({ id: 'SoldPricePlan', description: 'A price plan as it is, or will be, sold' });

export const pricePlanShape = z
  .strictObject({
    ...priceFields,
    ...termsFields,
    status: planStatus,
    product: namedResource,
    inUse: z.boolean().meta({ description: 'Whether a subscription item is on it, or was' }),
    ...recordFields,
  })
  .meta({ id: 'PricePlan', description: 'One way to pay for a product, at regular intervals' });

type Priced = Pick<SoldPeriod, 'name' | 'interval' | 'price'>;

function pricedItem(period: Priced, pack: Pick<Package, 'name'>) {
  const { amountMinor: amount, currency } = period.price;
  return {
    internalName: periodName(pack, period),
    billingInterval: intervalText(period.interval),
    currencyCode: currency,
    price: { amount },
  };
}

function termsItem({ billing }: Pick<SoldPeriod, 'billing'>) {
  const { chargeModel, payInAdvance, proRata, quantityEditable, minQuantity, maxQuantity } =
    billing;
  return { type: chargeModel, payInAdvance, proRata, quantityEditable, minQuantity, maxQuantity };
}

const statusOf = ({ enabled }: Pick<PaymentPeriod, 'enabled'>) => (enabled ? 'active' : 'archived');

/** A payment period as a membership lists it. */
export function toPlanOfTier(
  period: PaymentPeriod,
  pack: Pick<Package, 'name'>,
): Printed<typeof planOfTier> {
  return { id: period.id, ...pricedItem(period, pack), status: statusOf(period) };
}

/** A payment period as it is, or will be, sold. */
export function toSoldPlanItem(
  sold: SoldPeriod,
  pack: Pick<Package, 'name'>,
): Printed<typeof soldPlanShape> {
  return { id: sold.periodId, ...pricedItem(sold, pack), ...termsItem(sold) };
}

/** A payment period as it stands in the catalogue (docs/spec/product-groups-api.md §4). */
export function toPricePlanItem({
  period,
  package: pack,
  revision,
  inUse,
}: PeriodRecord): Printed<typeof pricePlanShape> {
  const { version, createdAt, updatedAt } = revision;
  return {
    id: period.id,
    ...pricedItem(period, pack),
    ...termsItem(period),
    status: statusOf(period),
    product: { id: pack.id, name: pack.name },
    inUse,
    version,
    createdAt: utcText(createdAt),
    updatedAt: utcText(updatedAt),
  };
}

import { z } from 'zod';
import type {
  CreatePeriodCommand,
  EditPeriodCommand,
} from '../../../application/catalogue/period-commands.js';
import { largestQuantity } from '../../../domain/catalogue/billing-terms.js';
import type { PackageId } from '../../../domain/ids.js';
import { parseCurrency } from '../../../domain/money/currency.js';
import { must, readablePart, textPart, wholePart } from '../../core/body/plain-parts.js';
import { intervalPart } from '../interval-part.js';
import { referencePart } from '../references.js';
import { planStatus, planType } from '../shapes/price-plan-shape.js';
import { readOnlyFields, unkeptFields } from './unkept-fields.js';

const internalName = textPart(3, 255);
const currency = readablePart(/^[A-Z]{3}$/, parseCurrency);
const price = z
  .strictObject({ amount: must(wholePart(0, 1_000_000_000)) })
  .meta({ id: 'NewPlanPrice', description: 'Minor units of the `currencyCode` beside it' });
const quantity = wholePart(1, largestQuantity);
const product = referencePart<PackageId>('product');

const unkept = unkeptFields([
  'applyTrial',
  'freeUnits',
  'showPricePerInterval',
  'salesChannel',
  'custom',
  'charge',
  'productSetOption',
  'customer',
]);

/** How a plan is charged: what is left out is as the use case says. */
const terms = {
  payInAdvance: z.boolean().optional(),
  proRata: z.boolean().optional(),
  quantityEditable: z.boolean().optional(),
  minQuantity: quantity.optional(),
  maxQuantity: quantity.nullable().optional(),
} as const;

/** What a new price plan is asked (docs/spec/product-groups-api.md §4). */
export const createPricePlanBody = z.strictObject({
  internalName: must(internalName),
  status: planStatus.default('active'),
  type: must(planType),
  billingInterval: must(intervalPart),
  currencyCode: must(currency),
  price: must(price),
  ...terms,
  product: must(product),
  ...unkept,
});

/** What a price plan is to be; what is left out stays as it is, and some of it cannot be anything else. */
export const updatePricePlanBody = z.strictObject({
  internalName: internalName.optional(),
  status: planStatus.optional(),
  type: planType.optional(),
  billingInterval: intervalPart.optional(),
  currencyCode: currency.optional(),
  price: price.optional(),
  ...terms,
  product: product.optional(),
  ...unkept,
  ...unkeptFields(['inUse']),
  ...readOnlyFields,
});

type Terms = z.output<z.ZodObject<typeof terms>>;

function termsOf({ payInAdvance, proRata, quantityEditable, minQuantity, maxQuantity }: Terms) {
  return { payInAdvance, proRata, quantityEditable, minQuantity, maxQuantity };
}

/** A new payment period, as the use case makes it. */
export function toNewPeriod(
  body: z.output<typeof createPricePlanBody>,
): Omit<CreatePeriodCommand, 'organisationId' | 'chosenId'> {
  return {
    packageId: body.product,
    name: body.internalName,
    enabled: body.status === 'active',
    interval: body.billingInterval,
    price: { amountMinor: body.price.amount, currency: body.currencyCode },
    billing: { chargeModel: body.type, ...termsOf(body) },
  };
}

/** What is to be set of a payment period. */
export function toPeriodEdits(
  body: z.output<typeof updatePricePlanBody>,
): Omit<EditPeriodCommand, 'organisationId' | 'id' | 'ifMatch'> {
  return {
    packageId: body.product,
    name: body.internalName,
    enabled: body.status === undefined ? undefined : body.status === 'active',
    interval: body.billingInterval,
    currency: body.currencyCode,
    amountMinor: body.price?.amount,
    billing: { chargeModel: body.type, ...termsOf(body) },
  };
}

/** Where the use case tells of a fault, and where that stands in a body. */
export const pricePlanWords = {
  packageId: 'product',
  name: 'internalName',
  chargeModel: 'type',
  interval: 'billingInterval',
  currency: 'currencyCode',
} as const;

import type {
  CreatePeriodCommand,
  EditPeriodCommand,
} from '../../../application/catalogue/period-commands.js';
import { largestQuantity } from '../../../domain/catalogue/billing-terms.js';
import type { PackageId } from '../../../domain/ids.js';
import { parseCurrency } from '../../../domain/money/currency.js';
import type { Currency } from '../../../domain/money/money.js';
import { may, must, otherwise } from '../../core/body/body-field.js';
import { type BodyPart, faultyAt } from '../../core/body/body-part.js';
import { type BodySchema, bodyOf } from '../../core/body/body-schema.js';
import { objectPart } from '../../core/body/object-part.js';
import { flagPart, mayBeNull, textPart, wholePart, wordPart } from '../../core/body/plain-parts.js';
import { intervalPart } from '../interval-part.js';
import { referencePart } from '../references.js';
import { planStatuses, planTypes } from '../shapes/price-plan-shape.js';
import { readOnlyFields, unkeptFields } from './unkept-fields.js';

/** A currency of ISO 4217, in capitals. */
const currencyPart: BodyPart<Currency> = {
  printed: { type: 'string', pattern: '^[A-Z]{3}$' },
  read: (sent, place) => {
    if (typeof sent !== 'string') return faultyAt(place, { fault: 'wrong_type', type: 'string' });
    if (sent === '') return faultyAt(place, { fault: 'blank' });
    return parseCurrency(sent) ?? faultyAt(place, { fault: 'malformed' });
  },
};

const internalName = textPart(3, 255);
const status = wordPart(planStatuses);
const type = wordPart(planTypes);
const price = objectPart({ amount: must(wholePart(0, 1_000_000_000)) });
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
  payInAdvance: may(flagPart),
  proRata: may(flagPart),
  quantityEditable: may(flagPart),
  minQuantity: may(quantity),
  maxQuantity: may(mayBeNull(quantity)),
} as const;

/** What a new price plan is asked (docs/spec/product-groups-api.md §4). */
export const createPricePlanBody = bodyOf({
  internalName: must(internalName),
  status: otherwise(status, 'active'),
  type: must(type),
  billingInterval: must(intervalPart),
  currencyCode: must(currencyPart),
  price: must(price),
  ...terms,
  product: must(product),
  ...unkept,
});

/** What a price plan is to be; what is left out stays as it is, and some of it cannot be anything else. */
export const updatePricePlanBody = bodyOf({
  internalName: may(internalName),
  status: may(status),
  type: may(type),
  billingInterval: may(intervalPart),
  currencyCode: may(currencyPart),
  price: may(price),
  ...terms,
  product: may(product),
  ...unkept,
  inUse: unkeptFields(['inUse']).inUse,
  ...readOnlyFields,
});

type Meant<Of> = Of extends BodySchema<infer Value> ? Value : never;
type Terms = Omit<Meant<typeof updatePricePlanBody>, 'type'>;

function termsOf({ payInAdvance, proRata, quantityEditable, minQuantity, maxQuantity }: Terms) {
  return { payInAdvance, proRata, quantityEditable, minQuantity, maxQuantity };
}

/** A new payment period, as the use case makes it. */
export function toNewPeriod(
  body: Meant<typeof createPricePlanBody>,
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
  body: Meant<typeof updatePricePlanBody>,
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

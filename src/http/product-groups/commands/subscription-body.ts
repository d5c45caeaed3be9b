import { largestQuantity } from '../../../domain/catalogue/billing-terms.js';
import type { AccountId, PackageId, PaymentPeriodId } from '../../../domain/ids.js';
import type { SubscriptionOrder } from '../../../domain/user-product/subscription-order.js';
import { may, must } from '../../core/body/body-field.js';
import { type BodySchema, bodyOf } from '../../core/body/body-schema.js';
import { rowsPart } from '../../core/body/list-part.js';
import { objectPart } from '../../core/body/object-part.js';
import { wholePart } from '../../core/body/plain-parts.js';
import { instantPart } from '../instants.js';
import { referencePart } from '../references.js';

const item = objectPart({
  product: may(referencePart<PackageId>('product')),
  pricePlan: must(referencePart<PaymentPeriodId>('pricePlan')),
  quantity: may(wholePart(1, largestQuantity)),
});

/** What a new subscription, or a cart, is asked (docs/spec/product-groups-api.md §4): of exactly one item. */
export const orderBody = bodyOf({
  customer: must(referencePart<AccountId>('customer')),
  items: must(rowsPart(item, { minItems: 1, maxItems: 1 }, [])),
  startDate: may(instantPart),
});

/** Nothing is asked: an empty object is nothing. */
export const nothingBody = bodyOf({});

type OrderBody = typeof orderBody extends BodySchema<infer Value> ? Value : never;

/** The order, as the use cases take it. */
export function toOrder({ items, startDate }: OrderBody): SubscriptionOrder {
  const [ordered] = items;
  if (ordered === undefined) throw new TypeError('a body has passed its fields without an item');
  const { product = null, pricePlan, quantity = null } = ordered;
  return { packageId: product, periodId: pricePlan, quantity, startAt: startDate ?? null };
}

/** Where the use case tells of a fault, and where that stands in a body. */
export const orderWords = {
  accountId: 'customer',
  packageId: 'product',
  periodId: 'pricePlan',
  startAt: 'startDate',
} as const;

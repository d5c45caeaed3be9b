import { z } from 'zod';
import { largestQuantity } from '../../../domain/catalogue/billing-terms.js';
import type { AccountId, PackageId, PaymentPeriodId } from '../../../domain/ids.js';
import type { SubscriptionOrder } from '../../../domain/user-product/subscription-order.js';
import { must, wholePart } from '../../core/body/plain-parts.js';
import { listPart } from '../../core/body/list-part.js';
import { instantPart } from '../instants.js';
import { referencePart } from '../references.js';

const item = z
  .strictObject({
    product: referencePart<PackageId>('product').optional(),
    pricePlan: must(referencePart<PaymentPeriodId>('pricePlan')),
    quantity: wholePart(1, largestQuantity).optional(),
  })
  .meta({ id: 'OrderedItem' });

/** What a new subscription, or a cart, is asked (docs/spec/product-groups-api.md §4): of exactly one item. */
export const orderBody = z.strictObject({
  customer: must(referencePart<AccountId>('customer')),
  items: must(listPart(item, { minItems: 1, maxItems: 1 })),
  startDate: instantPart.optional(),
});

/** Nothing is asked: an empty object is nothing. */
export const nothingBody = z.strictObject({});

/** The order, as the use cases take it. */
export function toOrder({ items, startDate }: z.output<typeof orderBody>): SubscriptionOrder {
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

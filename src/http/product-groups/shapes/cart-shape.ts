import { z } from 'zod';
import { describeDocument } from '../../../application/billing/describe-document.js';
import { cartVersionOf } from '../../../application/checkout/cart-life.js';
import type { ReadCart } from '../../../application/checkout/find-cart.js';
import type { Cart } from '../../../application/ports/cart-store.js';
import { packageNameIn, periodOf } from '../../../domain/catalogue/catalogue.js';
import { type SoldPeriod, soldPeriodOf } from '../../../domain/catalogue/sold-period.js';
import { documentShape } from './document-shape.js';
import type { KnownCatalogue } from './item-parts.js';
import { soldPlanShape, toSoldPlanItem } from './price-plan-shape.js';
import { namedResource, type Printed, resourceId, version } from './scalars.js';
import { chainShape, toChainItem } from './subscription-shape.js';

const cartItemShape = z
  .strictObject({ product: namedResource, pricePlan: soldPlanShape, quantity: z.int().min(1) })
  .meta({ id: 'CartItem' });

export const cartShape = z
  .strictObject({
    id: resourceId,
    status: z.enum(['open', 'completed']).meta({ id: 'CartStatus' }),
    customer: resourceId,
    items: z.array(cartItemShape).length(1),
    subscription: chainShape.nullable(),
    invoice: documentShape.nullable(),
    version,
  })
  .meta({ id: 'Cart', description: 'What a customer is about to buy, or has bought' });

/**
 * A cart (docs/spec/product-groups-api.md §4): while it is open with its price plan as that stands now, or as it was when it
 * is gone by now; then with what was bought.
 */
export function toCartItem({
  cart,
  context: { catalogue },
  bought,
  invoice,
}: ReadCart): Printed<typeof cartShape> {
  const { packageId, packageCode, quantity } = bought?.first ?? cart;
  const name = packageNameIn(catalogue, { packageId, packageCode });
  const sold = bought?.first.soldPeriod ?? offeredNow(cart, catalogue);
  return {
    id: cart.id,
    status: cart.status,
    customer: cart.accountId,
    items: [
      { product: { id: packageId, name }, pricePlan: toSoldPlanItem(sold, { name }), quantity },
    ],
    subscription: bought === null ? null : toChainItem(bought.chain, catalogue),
    invoice: invoice === null ? null : describeDocument(invoice),
    version: cartVersionOf(cart),
  };
}

function offeredNow({ packageId, offered }: Cart, { packagesById }: KnownCatalogue): SoldPeriod {
  const period = periodOf(packagesById.get(packageId), offered.periodId);
  return period === null ? offered : soldPeriodOf(period);
}

import type { ProductGroupsEndpoint } from './description.js';
import { type CartsDeps, makeCartEndpoints } from './endpoints/carts.js';
import { type CustomersDeps, makeCustomerEndpoints } from './endpoints/customers.js';
import { type InvoicesDeps, makeInvoiceEndpoints } from './endpoints/invoices.js';
import { type ItemChangesDeps, makeItemChangeEndpoints } from './endpoints/item-changes.js';
import { makePricePlanEndpoints, type PricePlansDeps } from './endpoints/price-plans.js';
import {
  makeProductGroupEndpoints,
  type ProductGroupEndpointsDeps,
} from './endpoints/product-groups.js';
import {
  type CustomerSubscriptionsDeps,
  makeCustomerSubscriptionEndpoints,
} from './endpoints/subscriptions.js';
import {
  makeSubscriptionItemEndpoints,
  type SubscriptionItemsDeps,
} from './endpoints/subscription-items.js';
import { type CatalogueProductsDeps, makeCatalogueProductEndpoints } from './endpoints/products.js';

export type ProductGroupsDeps = ProductGroupEndpointsDeps &
  CatalogueProductsDeps &
  PricePlansDeps &
  CustomersDeps &
  CustomerSubscriptionsDeps &
  SubscriptionItemsDeps &
  CartsDeps &
  ItemChangesDeps &
  InvoicesDeps;

/** The endpoints of the product groups API (docs/spec/product-groups-api.md §2, §3, §4). */
export function makeProductGroupsEndpoints(
  deps: ProductGroupsDeps,
): readonly ProductGroupsEndpoint[] {
  return [
    ...makeProductGroupEndpoints(deps),
    ...makeCatalogueProductEndpoints(deps),
    ...makePricePlanEndpoints(deps),
    ...makeCustomerEndpoints(deps),
    ...makeCustomerSubscriptionEndpoints(deps),
    ...makeSubscriptionItemEndpoints(deps),
    ...makeCartEndpoints(deps),
    ...makeItemChangeEndpoints(deps),
    ...makeInvoiceEndpoints(deps),
  ];
}

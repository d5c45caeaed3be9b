import type { DialectDocumentation } from '../docs/dialect-documentation.js';
import { productGroupsFailures } from './problems/failures-documented.js';

/** What the API document says of this dialect as a whole: what its operations are filed under, and its permissions. */
export const productGroupsDocumentation: DialectDocumentation = {
  tags: {
    'Product groups': 'Products that a subscription may be switched between, and how.',
    Catalogue: 'Products, and the price plans that they are sold on.',
    Customers: 'Whose subscriptions there are.',
    'Customer subscriptions': 'What customers are on, whatever it became.',
    'Subscription items':
      'What customers have, and what they may be switched to within their product group.',
    Checkout: 'Carts, and what they make.',
    Invoices: 'Invoices and credit notes.',
  },
  scopes: {
    'product-group:read': 'Read product groups.',
    'product-group:write': 'Create, replace and delete product groups.',
    'product:read': 'Read products.',
    'product:write': 'Create and update products.',
    'price-plan:read': 'Read price plans.',
    'price-plan:write': 'Create and update price plans.',
    'customer:read': 'Read customers.',
    'customer:write': 'Create customers.',
    'subscription:read': 'Read subscriptions and their items, and what these may be switched to.',
    'subscription:write': 'Make, switch, cancel and reactivate subscriptions.',
    'cart:read': 'Read carts.',
    'cart:write': 'Create and complete carts.',
    'invoice:read': 'Read invoices and credit notes.',
  },
  failures: productGroupsFailures,
};

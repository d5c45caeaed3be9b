import type { Dialect } from '../core/dialect.js';
import { productGroupsAuditOf } from './audited-ids.js';
import { productGroupsProblems } from './problems/failures.js';

/** The product groups API's way of saying what all APIs have in common (docs/spec/product-groups-api.md §1). */
export const productGroupsDialect: Dialect = {
  roots: [
    'catalogue',
    'price-plans',
    'customers',
    'subscriptions',
    'subscription-items',
    'product-group-memberships',
    'checkout',
    'invoices',
  ],
  pathsHoldIds: true,
  problems: productGroupsProblems,
  keptAnswer: () => {
    // An answer here is the whole thing that was written: an endpoint that keeps one in a user product words it itself.
    throw new TypeError('an answer is kept, and nothing says what it is');
  },
  auditOf: productGroupsAuditOf,
};

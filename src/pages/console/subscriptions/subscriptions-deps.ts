import type { SearchSubscriptions } from '../../../application/user-product/search-subscriptions.js';

/** What the list of subscriptions asks for. */
export type SubscriptionListDeps = { readonly searchSubscriptions: SearchSubscriptions };

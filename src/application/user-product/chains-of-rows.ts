import type { SubscriptionId } from '../../domain/ids.js';
import type { StoredUserProduct } from '../ports/user-product-store.js';
import type { SubscriptionChain } from './subscription-chain.js';

/** The subscriptions that an account's user products make, which are given oldest first. */
export function chainsOfRows(rows: readonly StoredUserProduct[]): readonly SubscriptionChain[] {
  const chains = new Map<SubscriptionId, SubscriptionChain>();
  for (const { product: last } of rows) {
    const { subscriptionId: id, accountId } = last;
    const createdAt = chains.get(id)?.createdAt ?? last.createdAt;
    chains.set(id, { id, accountId, createdAt, last });
  }
  return [...chains.values()];
}

import { inOrder } from '../../../src/application/listing/in-order.js';
import { takePage } from '../../../src/application/listing/take-page.js';
import type { ChainStore } from '../../../src/application/ports/chain-store.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import { type Memory, rowsOf } from './memory.js';
import { inOneStep } from './one-step.js';

/** Subscriptions by the last row of each chain. */
export function makeChainStore({ userProducts }: Memory): ChainStore {
  const found = ({ subscriptionId: id, accountId }: UserProduct) => ({ id, accountId });

  return inOneStep<ChainStore>({
    page: (organisationId, query) => {
      const last = rowsOf(userProducts, organisationId)
        .flatMap(({ product, successor }) => {
          if (successor !== null) return [successor.product];
          return product.endedBy === null ? [product] : [];
        })
        .filter(({ state }) => query.state === null || state === query.state);
      const chains = [...new Map(last.map((it) => [it.subscriptionId, found(it)])).values()];
      return takePage(
        inOrder(chains, ({ id }) => ({ id, key: id }), query.direction),
        query,
      );
    },

    find: (organisationId, id) => {
      const row = rowsOf(userProducts, organisationId).find(
        ({ product }) => product.subscriptionId === id,
      );
      return row === undefined ? null : found(row.product);
    },
  });
}

import type { CartStore } from '../../../src/application/ports/cart-store.js';
import { insertRow, type Memory, rowOf, rowsOf } from './memory.js';
import { inOneStep } from './one-step.js';

/** Carts by id. */
export function makeCartStore({ carts }: Memory): CartStore {
  return inOneStep<CartStore>({
    insert: (organisationId, row) => {
      if (insertRow(carts, row.id, { organisationId, row })) return 'inserted';
      if (rowOf(carts, organisationId, row.id) !== null) return 'present';
      throw new Error(`E11000 duplicate key: ${row.id}`);
    },

    find: (organisationId, id) => rowOf(carts, organisationId, id),

    complete: (organisationId, id) => {
      const row = rowOf(carts, organisationId, id);
      if (row !== null) carts.set(id, { organisationId, row: { ...row, status: 'completed' } });
    },

    countOpen: (organisationId, accountId, { madeAfter, most }) => {
      const own = rowsOf(carts, organisationId).filter((it) => it.accountId === accountId);
      const open = own.filter((it) => it.status === 'open' && it.createdAt > madeAfter);
      return Math.min(open.length, most);
    },

    removeOpenBefore: (organisationId, madeBefore) => {
      const old = rowsOf(carts, organisationId).filter(
        (it) => it.status === 'open' && it.createdAt < madeBefore,
      );
      for (const { id } of old) carts.delete(id);
      return old.length;
    },
  });
}

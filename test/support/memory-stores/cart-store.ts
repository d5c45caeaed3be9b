import type { CartStore } from '../../../src/application/ports/cart-store.js';
import { insertRow, type Memory, rowOf } from './memory.js';
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
  });
}

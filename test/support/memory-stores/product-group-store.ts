import type { ProductGroupStore } from '../../../src/application/ports/product-group-store.js';
import { insertRow, type Memory, removeRows, rowOf, rowsOf } from './memory.js';
import { inOneStep } from './one-step.js';

/** Product groups by id; each write is filtered by the version, as in the database. */
export function makeProductGroupStore({ productGroups }: Memory): ProductGroupStore {
  return inOneStep<ProductGroupStore>({
    list: (organisationId) =>
      rowsOf(productGroups, organisationId).toSorted((a, b) => (a.id < b.id ? -1 : 1)),

    insert: (organisationId, row) => {
      if (insertRow(productGroups, row.id, { organisationId, row })) return 'inserted';
      if (rowOf(productGroups, organisationId, row.id) !== null) return 'present';
      throw new Error(`E11000 duplicate key: ${row.id}`);
    },

    replace: (organisationId, row) => {
      const before = rowOf(productGroups, organisationId, row.id);
      if (before?.version !== row.version - 1) return false;
      productGroups.set(row.id, { organisationId, row });
      return true;
    },

    remove: (organisationId, { id, version }) =>
      removeRows(productGroups, organisationId, (it) => it.id === id && it.version === version) > 0,
  });
}

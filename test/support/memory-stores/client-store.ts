import type { ClientStore } from '../../../src/application/ports/client-store.js';
import { insertRow, type Memory, rowOf, rowsOf } from './memory.js';
import { inOneStep } from './one-step.js';

/** API clients by id, unique in the installation. */
export function makeClientStore({ clients }: Memory): ClientStore {
  return inOneStep<ClientStore>({
    find: (id) => clients.get(id)?.row ?? null,

    list: (organisationId) =>
      rowsOf(clients, organisationId).toSorted((a, b) => (a.id < b.id ? -1 : 1)),

    insert: (row) => insertRow(clients, row.id, { organisationId: row.organisationId, row }),

    update: (organisationId, id, change) => {
      const row = rowOf(clients, organisationId, id);
      if (row === null) return false;
      clients.set(id, { organisationId, row: { ...row, ...change } });
      return true;
    },
  });
}

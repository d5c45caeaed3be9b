import type { AuditEntry, AuditStore } from '../../../src/application/ports/audit-store.js';
import type { Memory } from './memory.js';
import { inOneStep } from './one-step.js';

/** What operators did, by the ids of its entries. */
export function makeAuditStore({ auditEntries }: Memory): AuditStore {
  return inOneStep<AuditStore>({
    insert: (organisationId, entry) => {
      auditEntries.set(entry.id, { ...entry, organisationId });
    },

    close: (organisationId, { id }, { state, ids, after }) => {
      const entry = auditEntries.get(id);
      if (entry?.organisationId !== organisationId || entry.state !== 'asked') return;
      auditEntries.set(id, { ...entry, state, ids: { ...entry.ids, ...ids }, after });
    },

    list: (organisationId, { before, limit, action, who }) =>
      [...auditEntries.values()]
        .filter((it) => it.organisationId === organisationId && isBefore(it, before))
        .filter((it) => action === undefined || it.action === action)
        .filter((it) => who === undefined || it.who === who)
        .toSorted((a, b) => (a.id < b.id ? 1 : -1))
        .slice(0, limit),
  });
}

function isBefore({ id }: AuditEntry, cursor: string | null): boolean {
  return cursor === null || id < cursor;
}

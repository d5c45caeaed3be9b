import type { ChangeStore, ChangeWalk } from '../../../src/application/ports/change-store.js';
import { insertRow, type Memory, rowOf, rowsOf } from './memory.js';
import { inOneStep } from './one-step.js';

/** What was asked, decided and came of it. */
export function makeChangeStore({ changes }: Memory): ChangeStore {
  return inOneStep<ChangeStore>({
    write: (organisationId, rows) => {
      for (const row of rows) {
        if (row.write === 'open') {
          insertRow(changes, row.change.id, { organisationId, row: row.change });
          continue;
        }
        const known = rowOf(changes, organisationId, row.changeId);
        if (known?.state !== 'created') continue;
        const { write, changeId, eventIds, effectiveAt, ...closed } = row;
        const told = [...known.eventIds, ...eventIds];
        changes.set(changeId, {
          organisationId,
          row: {
            ...known,
            ...closed,
            effectiveAt: effectiveAt ?? known.effectiveAt,
            documents: closed.documents ?? known.documents,
            eventIds: told,
          },
        });
      }
    },

    find: (organisationId, id) => rowOf(changes, organisationId, id),

    listByAccount: (organisationId, accountId) =>
      rowsOf(changes, organisationId)
        .filter((it) => it.accountId === accountId)
        .toSorted((a, b) => a.requestedAt - b.requestedAt || (a.id < b.id ? -1 : 1)),
  });
}

/** Whole accounts at a time, in the order of their ids. */
export function makeChangeWalk({ changes }: Memory): ChangeWalk {
  return inOneStep<ChangeWalk>({
    page: (organisationId, { after, limit }) => {
      const later = rowsOf(changes, organisationId)
        .filter((it) => after === null || it.accountId > after)
        .toSorted((a, b) => (a.accountId < b.accountId ? -1 : 1));
      const last = later.slice(0, limit).at(-1)?.accountId ?? null;
      const isWhole = later.length < limit || last === null;
      if (isWhole) return { changes: later, through: null };
      const whole = later.filter((it) => it.accountId < last);
      const through = whole.at(-1)?.accountId ?? last;
      return { changes: later.filter((it) => it.accountId <= through), through };
    },
  });
}

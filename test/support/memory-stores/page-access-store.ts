import { isDeepStrictEqual } from 'node:util';
import type {
  PageAccessStore,
  PageOwner,
} from '../../../src/application/ports/page-access-store.js';
import type { OrganisationId } from '../../../src/domain/ids.js';
import { type Memory, removeRows, rowOf } from './memory.js';
import { inOneStep } from './one-step.js';

/** Links by id, sessions by the hash of their secret. */
export function makePageAccessStore({ pageLinks, pageSessions }: Memory): PageAccessStore {
  const linkBy = (tokenHash: string) =>
    [...pageLinks.values()].find(({ row }) => row.tokenHash === tokenHash)?.row ?? null;

  return inOneStep<PageAccessStore>({
    insertLink: (row) => {
      const organisationId = organisationOf(row.owner);
      const there = pageLinks.get(row.id);
      if (there !== undefined && there.organisationId !== organisationId) {
        throw new Error(`E11000 duplicate key: ${row.id}`);
      }
      pageLinks.set(row.id, { organisationId, row });
    },

    findLink: linkBy,

    useLink: (tokenHash, now) => {
      const row = linkBy(tokenHash);
      if (row?.usedAt !== null || row.endsAt <= now) return null;
      const organisationId = organisationOf(row.owner);
      pageLinks.set(row.id, { organisationId, row: { ...row, usedAt: now } });
      return row;
    },

    removeLink: (organisationId, id) => {
      const isThere = rowOf(pageLinks, organisationId, id) !== null;
      if (isThere) pageLinks.delete(id);
      return removeRows(pageSessions, organisationId, (it) => it.linkId === id) > 0 || isThere;
    },

    insertSession: (row) => {
      pageSessions.set(row.tokenHash, { organisationId: organisationOf(row.owner), row });
    },

    findSession: (tokenHash) => pageSessions.get(tokenHash)?.row ?? null,

    updateSession: (tokenHash, change) => {
      const there = pageSessions.get(tokenHash);
      if (there === undefined) return;
      pageSessions.set(tokenHash, { ...there, row: { ...there.row, ...change } });
    },

    removeSession: (tokenHash) => {
      pageSessions.delete(tokenHash);
    },

    removeSessionsOf: (owner) => {
      for (const [key, { row }] of [...pageSessions]) {
        if (isDeepStrictEqual(row.owner, owner)) pageSessions.delete(key);
      }
    },

    removeOver: ({ now, idleSince, most }) => {
      const links = [...pageLinks].filter(([, { row }]) => row.endsAt <= now);
      const sessions = [...pageSessions].filter(
        ([, { row }]) => row.endsAt <= now || row.seenAt < idleSince[row.owner.kind],
      );
      const gone = [...links, ...sessions].slice(0, most);
      for (const [key] of gone) {
        pageLinks.delete(key);
        pageSessions.delete(key);
      }
      return gone.length;
    },
  });
}

function organisationOf(owner: PageOwner): OrganisationId | null {
  return owner.kind === 'portal' ? owner.organisationId : null;
}

import { isDeepStrictEqual } from 'node:util';
import type {
  PageAccessStore,
  PageLink,
  PageSession,
} from '../../../src/application/ports/page-access-store.js';
import type { OrganisationId } from '../../../src/domain/ids.js';
import type { Memory } from './memory.js';
import { inOneStep } from './one-step.js';

type Kept = {
  readonly pageLinks: Map<string, PageLink>;
  readonly pageSessions: Map<string, PageSession>;
};

/** Links and sessions by the hashes of their secrets. */
export function makePageAccessStore(memory: Memory): PageAccessStore {
  const kept = memory as unknown as Partial<Kept>;
  const links = kept.pageLinks ?? new Map<string, PageLink>();
  const sessions = kept.pageSessions ?? new Map<string, PageSession>();

  return inOneStep<PageAccessStore>({
    insertLink: (link) => {
      links.set(link.tokenHash, link);
    },

    findLink: (tokenHash) => links.get(tokenHash) ?? null,

    useLink: (tokenHash, now) => {
      const link = links.get(tokenHash);
      if (link === undefined || link.usedAt !== null || link.endsAt <= now) return null;
      links.set(tokenHash, { ...link, usedAt: now });
      return link;
    },

    removeLink: (organisationId, id) => {
      const link = [...links.values()].find((it) => it.id === id);
      if (link === undefined) return false;
      if (!isOf(link, organisationId)) return false;
      for (const it of sessions.values()) if (it.linkId === id) sessions.delete(it.tokenHash);
      return links.delete(link.tokenHash);
    },

    insertSession: (session) => {
      sessions.set(session.tokenHash, session);
    },

    findSession: (tokenHash) => sessions.get(tokenHash) ?? null,

    updateSession: (tokenHash, change) => {
      const session = sessions.get(tokenHash);
      if (session !== undefined) sessions.set(tokenHash, { ...session, ...change });
    },

    removeSession: (tokenHash) => {
      sessions.delete(tokenHash);
    },

    removeSessionsOf: (owner) => {
      for (const it of sessions.values()) {
        if (isDeepStrictEqual(it.owner, owner)) sessions.delete(it.tokenHash);
      }
    },

    removeOver: ({ now, idleSince, most }) => {
      const over = [
        ...[...links].filter(([, it]) => it.endsAt <= now).map(([hash]) => [links, hash] as const),
        ...[...sessions]
          .filter(([, it]) => it.endsAt <= now || it.seenAt <= idleSince[it.owner.kind])
          .map(([hash]) => [sessions, hash] as const),
      ].slice(0, most);
      for (const [rows, hash] of over) rows.delete(hash);
      return over.length;
    },
  });
}

function isOf({ owner }: PageLink, organisationId: OrganisationId): boolean {
  return owner.kind === 'portal' && owner.organisationId === organisationId;
}

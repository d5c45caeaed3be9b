import type { PageSettings } from '../../domain/portal/portal-settings.js';
import type { OrganisationStore } from '../ports/organisation-store.js';
import type { PageOwner, PageSession, AskedVisit } from '../ports/page-access-store.js';
import type { ReadPageSession } from './read-page-session.js';

/** A session in the portal: it has an account, and a visit. */
export type PortalSession = PageSession & {
  readonly owner: Extract<PageOwner, { kind: 'portal' }>;
  readonly visit: AskedVisit;
};

/** `portal_off`: the organisation has closed its portal, or is gone. */
export type ReadPortalSession = (
  secret: string,
) => Promise<
  | { readonly ok: true; readonly session: PortalSession; readonly pages: PageSettings }
  | { readonly ok: false; readonly failure: 'unknown' | 'portal_off' }
  | { readonly ok: false; readonly failure: 'over'; readonly returnUrl: string | null }
>;

/** What every page of the portal begins with: whose session it is, and how the organisation's pages are. */
export function makeReadPortalSession(deps: {
  readonly readPageSession: ReadPageSession;
  readonly organisations: Pick<OrganisationStore, 'readPages'>;
}): ReadPortalSession {
  return async (secret) => {
    const read = await deps.readPageSession({ secret, kind: 'portal' });
    if (!read.ok) return read;
    const { session } = read;
    if (!isPortalSession(session)) return { ok: false, failure: 'unknown' };
    const pages = await deps.organisations.readPages(session.owner.organisationId);
    if (pages?.portal.enabled !== true) return { ok: false, failure: 'portal_off' };
    return { ok: true, session, pages };
  };
}

function isPortalSession(session: PageSession): session is PortalSession {
  return session.owner.kind === 'portal' && session.visit !== null;
}

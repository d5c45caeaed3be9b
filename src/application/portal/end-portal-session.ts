import type { OrganisationId, PageLinkId } from '../../domain/ids.js';
import type { PageAccessStore } from '../ports/page-access-store.js';

/** False: the organisation has no such link, and no session that began with it. */
export type EndPortalSession = (key: {
  readonly organisationId: OrganisationId;
  readonly id: PageLinkId;
}) => Promise<boolean>;

/** Ends a way into the portal, and whoever came by it (docs/spec/pages.md §5). */
export function makeEndPortalSession(deps: {
  readonly pageAccess: Pick<PageAccessStore, 'removeLink'>;
}): EndPortalSession {
  return ({ organisationId, id }) => deps.pageAccess.removeLink(organisationId, id);
}

import { secondsLeftOf } from '../../application/portal/page-session-life.js';
import type { ReadPortalSession } from '../../application/portal/read-portal-session.js';
import type { ReadOrganisationContext } from '../../application/catalogue/organisation-context.js';
import type { TimeZone } from '../../domain/time/instant.js';
import type { Assets } from '../kit/assets.js';
import type { Surface } from '../kit/surface.js';
import { languageOf } from '../kit/words.js';
import { writtenIn } from '../kit/written.js';
import { makePortalFailurePage } from './failure-page.js';
import { makePortalFrame } from './frame.js';
import type { PortalDeps } from './portal-deps.js';
import { portalRoutes } from './routes.js';
import { nobodyWith, type PortalNobody, type PortalVisitor } from './visitor.js';

export type PortalSurfaceDeps = PortalDeps & {
  readonly readPortalSession: ReadPortalSession;
  readonly readContext: ReadOrganisationContext;
  readonly assets: Assets;
  readonly portalBaseUrl: string | null;
};

/** Pages that are about nobody have no organisation whose zone would be theirs. */
const noZone = 'UTC' as TimeZone;

/** The customer's portal (docs/spec/pages.md §5–§8). */
export function makePortalSurface(deps: PortalSurfaceDeps): Surface<PortalVisitor, PortalNobody> {
  return {
    name: 'portal',
    baseUrl: deps.portalBaseUrl,
    routes: portalRoutes(deps),
    visitorOf: async (secret, { headers }) => {
      const read = await deps.readPortalSession(secret);
      if (!read.ok) {
        const returnUrl = read.failure === 'over' ? read.returnUrl : null;
        return { isIn: false, nobody: nobodyWith(headers, returnUrl) };
      }
      const { session, pages } = read;
      const { organisationId, accountId } = session.owner;
      const context = await deps.readContext(organisationId);
      if (context === null) return { isIn: false, nobody: nobodyWith(headers) };
      const { organisation } = context;
      const secondsLeft = secondsLeftOf(session, deps.clock.now());
      const owner = { organisationId, accountId, organisation };
      const visitor = { session, secondsLeft, ...owner, settings: pages };
      return { isIn: true, visitor: { kind: 'visitor', ...visitor } };
    },
    nobody: nobodyWith,
    writtenFor: (visitor, headers) => {
      const acceptLanguage = headers['accept-language'];
      if (visitor.kind === 'nobody') {
        return writtenIn(languageOf({ session: null, acceptLanguage }, ['en', 'sv', 'de']), noZone);
      }
      const { session, settings, organisation } = visitor;
      const asked = { session: session.locale, acceptLanguage };
      return writtenIn(languageOf(asked, settings.languages), organisation.timeZone);
    },
    frame: makePortalFrame(deps.assets, deps.isLoopbackAllowed),
    failurePage: makePortalFailurePage(deps.isLoopbackAllowed),
  };
}

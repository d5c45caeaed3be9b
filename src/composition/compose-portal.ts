import type { FindPackage } from '../application/catalogue/find-package.js';
import type { LoadUserProduct } from '../application/commit/load-user-product.js';
import { makeCreatePortalSession } from '../application/portal/create-portal-session.js';
import { makeEndPortalSession } from '../application/portal/end-portal-session.js';
import { makeLeavePageSession } from '../application/portal/leave-page-session.js';
import { makeOpenPortalLink } from '../application/portal/open-portal-link.js';
import { makeReadPageSession } from '../application/portal/read-page-session.js';
import { makeReadPortalSession } from '../application/portal/read-portal-session.js';
import { makeRemoveOldPageAccess } from '../application/retention/remove-old-page-access.js';
import type { ChangeStores, Surroundings } from './change-surroundings.js';

type Parts = { readonly findPackage: FindPackage; readonly load: LoadUserProduct };

/** Ways into pages, and who is in. */
export function composePortal(shared: ChangeStores & Surroundings, parts: Parts) {
  const deps = { ...shared, ...parts };
  const readPageSession = makeReadPageSession(deps);
  return {
    createPortalSession: makeCreatePortalSession(deps),
    endPortalSession: makeEndPortalSession(deps),
    openPortalLink: makeOpenPortalLink(deps),
    readPageSession,
    readPortalSession: makeReadPortalSession({ ...deps, readPageSession }),
    leavePageSession: makeLeavePageSession(deps),
    removeOldPageAccess: makeRemoveOldPageAccess(deps),
  };
}

import type { PageAccessStore } from '../ports/page-access-store.js';
import type { PageSecrets } from '../ports/page-secrets.js';

/** Done as well where there is no such session any more. */
export type LeavePageSession = (secret: string) => Promise<void>;

/** Ends the session that a browser holds: whoever finds the cookie later gets in nowhere. */
export function makeLeavePageSession(deps: {
  readonly pageAccess: Pick<PageAccessStore, 'removeSession'>;
  readonly pageSecrets: Pick<PageSecrets, 'hashOf'>;
}): LeavePageSession {
  return (secret) => deps.pageAccess.removeSession(deps.pageSecrets.hashOf(secret));
}

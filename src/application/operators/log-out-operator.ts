import type { PageAccessStore } from '../ports/page-access-store.js';
import type { PageSecrets } from '../ports/page-secrets.js';

/** Nothing, where the session is gone. */
export type LogOutOperator = (sessionToken: string) => Promise<void>;

/** Ends the session of this browser alone. */
export function makeLogOutOperator(deps: {
  readonly pageAccess: Pick<PageAccessStore, 'removeSession'>;
  readonly pageSecrets: Pick<PageSecrets, 'hashOf'>;
}): LogOutOperator {
  return (sessionToken) => deps.pageAccess.removeSession(deps.pageSecrets.hashOf(sessionToken));
}

import type { PageAccessStore, PageOwner, PageSession } from '../ports/page-access-store.js';
import type { PageSecrets } from '../ports/page-secrets.js';
import type { Clock } from '../ports/surroundings.js';
import { isSessionOver } from './page-session-life.js';

/**
 * `unknown`: the browser holds nothing of ours, or of pages of the other kind. `over`: its time has ended; of a visit to the
 * portal it is known where it leads back to.
 */
export type ReadPageSession = (held: {
  /** What the cookie says. */
  readonly secret: string;
  readonly kind: PageOwner['kind'];
}) => Promise<
  | { readonly ok: true; readonly session: PageSession }
  | { readonly ok: false; readonly failure: 'unknown' }
  | { readonly ok: false; readonly failure: 'over'; readonly returnUrl: string | null }
>;

export type ReadPageSessionDeps = {
  readonly pageAccess: Pick<PageAccessStore, 'findSession' | 'updateSession'>;
  readonly pageSecrets: Pick<PageSecrets, 'hashOf'>;
  /** Real time, never the clock of a test. */
  readonly clock: Clock;
};

/** That it was seen is written at most so often. */
const touchEveryMs = 60_000;

/** Whose session a browser holds, and keeps it from ending for want of use (docs/spec/pages.md §4). */
export function makeReadPageSession(deps: ReadPageSessionDeps): ReadPageSession {
  return async ({ secret, kind }) => {
    const tokenHash = deps.pageSecrets.hashOf(secret);
    const session = await deps.pageAccess.findSession(tokenHash);
    if (session?.owner.kind !== kind) return { ok: false, failure: 'unknown' };
    const now = deps.clock.now();
    if (isSessionOver(session, now)) {
      return { ok: false, failure: 'over', returnUrl: session.visit?.returnUrl ?? null };
    }
    if (now - session.seenAt < touchEveryMs) return { ok: true, session };
    await deps.pageAccess.updateSession(tokenHash, { seenAt: now });
    return { ok: true, session: { ...session, seenAt: now } };
  };
}

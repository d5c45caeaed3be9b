import type { OperatorId } from '../../domain/ids.js';
import type { OperatorStore } from '../ports/operator-store.js';
import type { PageAccessStore, PageLink } from '../ports/page-access-store.js';
import {
  beginConsoleSession,
  type BeginSessionDeps,
  type BegunSession,
  mayEnter,
} from './begin-console-session.js';

/**
 * `unknown_link` is also said of one whose operator may not come in: it tells a stranger nothing. `session` null: this
 * browser has come in by it, and goes on with what it has.
 */
export type OpenOperatorLink = (command: {
  readonly token: string;
  /** The cookie that the browser has; null: none. */
  readonly sessionToken: string | null;
}) => Promise<
  | { readonly ok: true; readonly operatorId: OperatorId; readonly session: BegunSession | null }
  | { readonly ok: false; readonly failure: 'unknown_link' | 'link_used' | 'link_over' }
>;

export type OpenOperatorLinkDeps = BeginSessionDeps & {
  readonly operators: Pick<OperatorStore, 'find'>;
  readonly pageAccess: Pick<
    PageAccessStore,
    'findLink' | 'useLink' | 'findSession' | 'insertSession' | 'removeSession'
  >;
};

const unknownLink = { ok: false, failure: 'unknown_link' } as const;

/** Uses a link of the console up, for whoever comes first with it (docs/spec/pages.md §5, §10). */
export function makeOpenOperatorLink(deps: OpenOperatorLinkDeps): OpenOperatorLink {
  const { operators, pageAccess, pageSecrets, clock } = deps;
  return async ({ token, sessionToken }) => {
    const now = clock.now();
    const tokenHash = pageSecrets.hashOf(token);
    // A link of the portal is left alone: nobody can use it up at the wrong door.
    const link = await pageAccess.findLink(tokenHash);
    if (link?.owner.kind !== 'console') return unknownLink;
    const { operatorId } = link.owner;
    const operator = await operators.find(operatorId);
    if (operator === null || !mayEnter(operator)) return unknownLink;
    if (await hasBegunWith(deps, link, sessionToken)) {
      return { ok: true, operatorId, session: null };
    }
    const used = await pageAccess.useLink(tokenHash, now);
    if (used === null) {
      return {
        ok: false,
        failure: link.usedAt === null && link.endsAt <= now ? 'link_over' : 'link_used',
      };
    }
    const how = { linkId: link.id, sessionToken };
    return { ok: true, operatorId, session: await beginConsoleSession(deps, operatorId, how) };
  };
}

async function hasBegunWith(
  { pageAccess, pageSecrets, clock }: OpenOperatorLinkDeps,
  link: PageLink,
  sessionToken: string | null,
): Promise<boolean> {
  if (sessionToken === null) return false;
  const session = await pageAccess.findSession(pageSecrets.hashOf(sessionToken));
  return session?.linkId === link.id && session.endsAt > clock.now();
}

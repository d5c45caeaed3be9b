import type { Instant } from '../../domain/time/instant.js';
import type { OrganisationStore } from '../ports/organisation-store.js';
import type {
  PageAccessStore,
  PageLink,
  PageOwner,
  PageSession,
  AskedVisit,
} from '../ports/page-access-store.js';
import type { PageSecrets } from '../ports/page-secrets.js';
import type { Clock } from '../ports/surroundings.js';
import { isSessionOver, sessionEndsAt } from './page-session-life.js';

type OpenedLink = {
  /** What stands in the address. */
  readonly secret: string;
  /** What the browser holds of a session; null: nothing. */
  readonly cookie: string | null;
  /**
   * `look`: nothing is used up, as for HEAD and where a browser asks in advance. `open`: the address was gone to. `button`:
   * and the button behind it pressed.
   */
  readonly by: 'look' | 'open' | 'button';
};

type Visited = { readonly session: PageSession };

export type OpenPortalLink = (opened: OpenedLink) => Promise<
  /** A new session: `secret` is what the browser is to hold. */
  | ({ readonly outcome: 'entered'; readonly secret: string } & Visited)
  /** This browser came by this very link before, and is still let in. */
  | ({ readonly outcome: 'goes_on' } & Visited)
  /** The link is good, and was not used: a button is asked for, or nothing but a look was taken. */
  | { readonly outcome: 'waits'; readonly visit: AskedVisit }
  | { readonly outcome: 'used' | 'expired'; readonly visit: AskedVisit }
  /** No such link; or of an organisation whose portal is off. */
  | { readonly outcome: 'unknown' }
>;

export type OpenPortalLinkDeps = {
  readonly organisations: Pick<OrganisationStore, 'readPages'>;
  readonly pageAccess: Pick<
    PageAccessStore,
    'findLink' | 'useLink' | 'insertSession' | 'findSession' | 'removeSession'
  >;
  readonly pageSecrets: PageSecrets;
  readonly clock: Clock;
};

type PortalLink = PageLink & {
  readonly owner: Extract<PageOwner, { kind: 'portal' }>;
  readonly visit: AskedVisit;
};

/**
 * Lets a browser into the portal by a link (docs/spec/pages.md §5): 1 find it, 2 let a browser go on that came by it before,
 * 3 refuse one that is used or over, 4 use it up, unless that takes a button, 5 begin a session. Of many who open one link
 * at once, one gets in.
 */
export function makeOpenPortalLink(deps: OpenPortalLinkDeps): OpenPortalLink {
  return async ({ secret, cookie, by }) => {
    const tokenHash = deps.pageSecrets.hashOf(secret);
    const link = await findPortalLink(deps, tokenHash);
    if (link === null) return { outcome: 'unknown' };
    const now = deps.clock.now();
    const { visit } = link;
    const held = cookie === null ? null : deps.pageSecrets.hashOf(cookie);
    if (link.usedAt !== null) return whatFollows(deps, { link, held, now });
    if (link.endsAt <= now) return { outcome: 'expired', visit };
    if (by === 'look' || (link.delivery === 'message' && by !== 'button')) {
      return { outcome: 'waits', visit };
    }
    if ((await deps.pageAccess.useLink(tokenHash, now)) === null) return { outcome: 'used', visit };
    return enter(deps, { link, held, now });
  };
}

async function findPortalLink(
  { organisations, pageAccess }: OpenPortalLinkDeps,
  tokenHash: string,
): Promise<PortalLink | null> {
  const link = await pageAccess.findLink(tokenHash);
  if (!isPortalLink(link)) return null;
  const pages = await organisations.readPages(link.owner.organisationId);
  return pages?.portal.enabled === true ? link : null;
}

function isPortalLink(link: PageLink | null): link is PortalLink {
  return link?.owner.kind === 'portal' && link.visit !== null;
}

type Entering = {
  readonly link: PortalLink;
  /** The hash of what the browser holds. */
  readonly held: string | null;
  readonly now: Instant;
};

async function whatFollows(
  { pageAccess }: OpenPortalLinkDeps,
  { link, held, now }: Entering,
): ReturnType<OpenPortalLink> {
  const session = held === null ? null : await pageAccess.findSession(held);
  const isItsOwn = session?.linkId === link.id && !isSessionOver(session, now);
  return isItsOwn ? { outcome: 'goes_on', session } : { outcome: 'used', visit: link.visit };
}

/**
 * What the browser held before is over: it is about to forget it. A link that was taken back meanwhile takes its session
 * with it.
 */
async function enter(
  { pageAccess, pageSecrets }: OpenPortalLinkDeps,
  { link, held, now }: Entering,
): ReturnType<OpenPortalLink> {
  const secret = pageSecrets.next();
  const { owner, visit, id: linkId } = link;
  const times = {
    createdAt: now,
    seenAt: now,
    provedAt: now,
    endsAt: sessionEndsAt('portal', now),
  };
  const { locale } = visit;
  const tokenHash = pageSecrets.hashOf(secret);
  const session = { tokenHash, owner, linkId, locale, visit, ...times };
  await pageAccess.insertSession(session);
  if ((await pageAccess.findLink(link.tokenHash)) === null) {
    await pageAccess.removeSession(tokenHash);
    return { outcome: 'unknown' };
  }
  if (held !== null) await pageAccess.removeSession(held);
  return { outcome: 'entered', secret, session };
}

import type { OperatorId, PageLinkId } from '../../domain/ids.js';
import type { Operator } from '../../domain/operators/operator.js';
import { type Instant, toInstant } from '../../domain/time/instant.js';
import type { PageAccessStore } from '../ports/page-access-store.js';
import type { PageSecrets } from '../ports/page-secrets.js';
import type { Clock } from '../ports/surroundings.js';

/** What the browser gets: the value of its cookie, told this once, and until when it is good at most. */
export type BegunSession = { readonly token: string; readonly endsAt: Instant };

export type BeginSessionDeps = {
  readonly pageAccess: Pick<PageAccessStore, 'insertSession' | 'findSession' | 'removeSession'>;
  readonly pageSecrets: PageSecrets;
  /** Real time. */
  readonly clock: Clock;
};

/** However busy it is (docs/spec/pages.md §4). */
const longestMs = 12 * 3_600_000;

/** Whether somebody may come in at all: not disabled, and something to some organisation. */
export function mayEnter({ disabled, memberships }: Operator): boolean {
  return !disabled && memberships.length > 0;
}

/** How somebody came in. */
type Entry = {
  /** By which link; absent: by log-in. */
  readonly linkId?: PageLinkId;
  /** When they proved who they are; absent: now. */
  readonly provedAt?: Instant;
  /** What this browser held until now; absent or null: nothing. */
  readonly sessionToken?: string | null;
};

/**
 * Lets an operator in who has proved who they are. The session that the browser had is over: a cookie that somebody knew
 * before is worth nothing after a log-in. The language that was chosen in it stays.
 */
export async function beginConsoleSession(
  deps: BeginSessionDeps,
  operatorId: OperatorId,
  { linkId, provedAt, sessionToken = null }: Entry = {},
): Promise<BegunSession> {
  const { pageAccess, pageSecrets, clock } = deps;
  const token = pageSecrets.next();
  const now = clock.now();
  const endsAt = toInstant(now + longestMs);
  const locale = await endFormer(deps, sessionToken);
  await pageAccess.insertSession({
    tokenHash: pageSecrets.hashOf(token),
    owner: { kind: 'console', operatorId },
    linkId: linkId ?? null,
    ...{ createdAt: now, seenAt: now, provedAt: provedAt ?? now, endsAt },
    ...{ locale, visit: null },
  });
  return { token, endsAt };
}

/** Ends what the browser had; answers the language that was chosen in it. */
async function endFormer(
  { pageAccess, pageSecrets }: BeginSessionDeps,
  sessionToken: string | null,
): Promise<string | null> {
  if (sessionToken === null) return null;
  const tokenHash = pageSecrets.hashOf(sessionToken);
  const former = await pageAccess.findSession(tokenHash);
  if (former?.owner.kind !== 'console') return null;
  await pageAccess.removeSession(tokenHash);
  return former.locale;
}

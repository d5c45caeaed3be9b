import type { OperatorId, PageLinkId } from '../../domain/ids.js';
import type { Operator } from '../../domain/operators/operator.js';
import { type Instant, toInstant } from '../../domain/time/instant.js';
import type { PageAccessStore } from '../ports/page-access-store.js';
import type { PageSecrets } from '../ports/page-secrets.js';
import type { Clock } from '../ports/surroundings.js';

/** What the browser gets: the value of its cookie, told this once, and until when it is good at most. */
export type BegunSession = { readonly token: string; readonly endsAt: Instant };

export type BeginSessionDeps = {
  readonly pageAccess: Pick<PageAccessStore, 'insertSession'>;
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

/** Lets an operator in who has just proved who they are; `linkId`: by which link, null by log-in. */
export async function beginConsoleSession(
  { pageAccess, pageSecrets, clock }: BeginSessionDeps,
  operatorId: OperatorId,
  linkId: PageLinkId | null,
): Promise<BegunSession> {
  const token = pageSecrets.next();
  const now = clock.now();
  const endsAt = toInstant(now + longestMs);
  await pageAccess.insertSession({
    tokenHash: pageSecrets.hashOf(token),
    owner: { kind: 'console', operatorId },
    linkId,
    ...{ createdAt: now, seenAt: now, provedAt: now, endsAt },
    ...{ locale: null, visit: null },
  });
  return { token, endsAt };
}

import type { PageOwner, PageSession } from '../ports/page-access-store.js';
import { type Instant, toInstant } from '../../domain/time/instant.js';

const minute = 60_000;
const hour = 60 * minute;

/** How long a session lives, in real time (docs/spec/pages.md §4): without being used, and at most. */
const lives = {
  portal: { idleMs: 30 * minute, mostMs: 8 * hour },
  console: { idleMs: 60 * minute, mostMs: 12 * hour },
} as const satisfies Record<PageOwner['kind'], unknown>;

/** When a session that begins now ends at the latest. */
export function sessionEndsAt(kind: PageOwner['kind'], now: Instant): Instant {
  return toInstant(now + lives[kind].mostMs);
}

/** Whether nobody may use it any more. */
export function isSessionOver({ owner, seenAt, endsAt }: PageSession, now: Instant): boolean {
  return endsAt <= now || seenAt <= idleSince(owner.kind, now);
}

/** Who was not seen since that has been idle for too long. */
export function idleSince(kind: PageOwner['kind'], now: Instant): Instant {
  return toInstant(now - lives[kind].idleMs);
}

/** How many whole seconds it lasts unless it is used before; below 0: it is over. */
export function secondsLeftOf(session: PageSession, now: Instant): number {
  return Math.floor((idleAtOf(session) - now) / 1_000);
}

/** When it is over unless it is used before. */
function idleAtOf({ owner, seenAt, endsAt }: PageSession): Instant {
  return toInstant(Math.min(endsAt, seenAt + lives[owner.kind].idleMs));
}

import { type Instant, toInstant } from '../../domain/time/instant.js';
import { idleSince } from '../portal/page-session-life.js';
import type { PageAccessStore } from '../ports/page-access-store.js';
import type { Clock } from '../ports/surroundings.js';

/** Answers how many were removed. */
export type RemoveOldPageAccess = (stopping: () => boolean) => Promise<number>;

/** Whoever comes back within a day is told that it is used, or over, and where the way back is. */
const graceMs = 86_400_000;
const mostAtOnce = 1_000;

/** Removes links and sessions a day after their end (docs/spec/pages.md §4), in real time. */
export function makeRemoveOldPageAccess(deps: {
  readonly pageAccess: Pick<PageAccessStore, 'removeOver'>;
  readonly clock: Clock;
}): RemoveOldPageAccess {
  return async (stopping) => {
    const now = toInstant(deps.clock.now() - graceMs);
    let removed = 0;
    for (let isMore = true; isMore && !stopping();) {
      const some = await removeSome(deps.pageAccess, now);
      removed += some;
      isMore = some === mostAtOnce;
    }
    return removed;
  };
}

function removeSome(pageAccess: Pick<PageAccessStore, 'removeOver'>, now: Instant) {
  const idle = { portal: idleSince('portal', now), console: idleSince('console', now) };
  return pageAccess.removeOver({ now, idleSince: idle, most: mostAtOnce });
}

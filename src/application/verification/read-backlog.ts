import type { OrganisationNow } from '../clock/organisation-now.js';
import type { BacklogStore } from '../ports/database-health.js';
import type { Backlog, ReadBacklog } from '../ports/metrics.js';
import type { Clock } from '../ports/surroundings.js';
import type { OrganisationStore } from '../ports/organisation-store.js';

export type ReadBacklogDeps = {
  readonly backlog: BacklogStore;
  readonly organisations: Pick<OrganisationStore, 'list'>;
  readonly organisationNow: OrganisationNow;
  /** Real time. */
  readonly clock: Clock;
};

const freshForMs = 5_000;
/** Whoever reads it waits no longer: with very many organisations, or a slow database, there is no answer. */
const longestMs = 2_000;
const mostCounted = 10_000;

/**
 * How far behind the background is, each organisation by its own now. Asked of the database at most every 5 s, however
 * often and by however many it is read; a failure is kept for nobody.
 */
export function makeReadBacklog(deps: ReadBacklogDeps): ReadBacklog {
  let startedAt = 0;
  let latest: Promise<Backlog> | null = null;
  return () => {
    const now = deps.clock.now();
    if (latest !== null && now >= startedAt && now - startedAt < freshForMs) return latest;
    startedAt = now;
    const reading = read(deps).catch((error: unknown) => {
      if (latest === reading) latest = null;
      throw error;
    });
    latest = reading;
    return reading;
  };
}

async function read(deps: ReadBacklogDeps): Promise<Backlog> {
  let dueRows = 0;
  const giveUpAt = deps.clock.now() + longestMs;
  for (const organisation of await deps.organisations.list()) {
    if (deps.clock.now() > giveUpAt) throw new Error('the backlog takes too long to be read');
    const limit = mostCounted - dueRows;
    if (limit === 0) break;
    const now = await deps.organisationNow(organisation);
    dueRows += await deps.backlog.countDue(organisation.id, { now, limit });
  }
  const oldestAt = await deps.backlog.oldestEntryAt();
  const oldestEntryAgeMs = oldestAt === null ? 0 : Math.max(0, deps.clock.now() - oldestAt);
  return { dueRows, oldestEntryAgeMs };
}

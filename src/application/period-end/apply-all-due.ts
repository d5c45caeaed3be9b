import type { OrganisationId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import type { ReadOrganisationContext } from '../catalogue/organisation-context.js';
import type { DrainOutbox } from '../commit/drain-outbox.js';
import { type ApplyDueDeps, decideDueRows, type DueWrite } from './apply-due-rows.js';

type ApplyAllDue = (organisationId: OrganisationId, now: Instant) => Promise<number>;

export type ApplyAllDueDeps = ApplyDueDeps & {
  readonly readContext: ReadOrganisationContext;
  readonly drainOutbox: DrainOutbox;
};

const pageSize = 500;

/**
 * Applies what is due in one organisation up to `now`, in order of due instant over all its user products, writes the
 * events in that order, and answers how many periods it ended. For a test clock, where a month passes in one call.
 */
export function makeApplyAllDue(deps: ApplyAllDueDeps): ApplyAllDue {
  return async (organisationId, now) => {
    const context = await deps.readContext(organisationId, 'fresh');
    if (context === null) return 0;
    // What waits from before is older than anything that falls due now: it goes into the log first.
    await deps.drainOutbox(organisationId);
    let applied = 0;
    for (;;) {
      const query = { now, limit: pageSize, bucket: 'all' } as const;
      const rows = await deps.userProducts.findDue(organisationId, query);
      if (rows.length === 0) break;
      const decided = await decideDueRows(deps, context.catalogue, rows);
      const writes = orderedPart(decided).map(({ write }) => write);
      applied += await deps.userProducts.commitMany(organisationId, writes);
      await deps.drainOutbox(organisationId);
    }
    await deps.drainOutbox(organisationId);
    return applied;
  };
}

/**
 * The first part of a page that may be committed together: it ends before the first row that is due later than
 * something which an earlier row of the page makes due.
 */
function orderedPart(decided: readonly DueWrite[]): readonly DueWrite[] {
  let nextDueAt = Infinity;
  const end = decided.findIndex((it) => {
    if (it.dueAt > nextDueAt) return true;
    nextDueAt = Math.min(nextDueAt, it.nextDueAt ?? Infinity);
    return false;
  });
  return end === -1 ? decided : decided.slice(0, end);
}

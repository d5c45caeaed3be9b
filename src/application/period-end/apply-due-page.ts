import type { OrganisationContext } from '../catalogue/organisation-context.js';
import type { Metrics } from '../ports/metrics.js';
import type { DuePageQuery, StoredUserProduct } from '../ports/user-product-store.js';
import { committedRows } from '../commit/committed-rows.js';
import { type ApplyDueDeps, decideDueRows, type DueWrite, findDueRows } from './apply-due-rows.js';

type DuePageResult = { readonly found: number; readonly applied: number };

export type ApplyDuePage = (
  context: OrganisationContext,
  query: DuePageQuery,
) => Promise<DuePageResult>;

export type ApplyDuePageDeps = ApplyDueDeps & {
  readonly onCommitted: (rows: readonly StoredUserProduct[]) => void;
  readonly metrics: Pick<Metrics, 'periodsEnded'>;
};

/**
 * One page of due rows, one period each, committed by one bulk of version-filtered updates: rows that somebody else
 * moved do not match, and are theirs. A row many periods late is found again by the next page.
 *
 * Where every row of the page was ours, what is to be drained is known and is drained at once, without reading it
 * back; otherwise, and where that fails, the drain finds it.
 */
export function makeApplyDuePage(deps: ApplyDuePageDeps): ApplyDuePage {
  return async ({ organisation, catalogue }, query) => {
    const { rows, found } = await findDueRows(deps, organisation.id, query);
    const decided = await decideDueRows(deps, catalogue, rows);
    if (decided.length === 0) return { found, applied: 0 };
    const writes = decided.map(({ write }) => write);
    const applied = await deps.userProducts.commitMany(organisation.id, writes);
    if (applied > 0) deps.metrics.periodsEnded(applied, query.now - earliestDueAt(decided));
    if (applied === writes.length) await drainCommitted(deps, decided);
    else deps.onCommitted([]);
    return { found, applied };
  };
}

function earliestDueAt(decided: readonly DueWrite[]): number {
  return decided.reduce((earliest, { dueAt }) => Math.min(earliest, dueAt), Infinity);
}

async function drainCommitted(deps: ApplyDuePageDeps, decided: readonly DueWrite[]): Promise<void> {
  try {
    await deps.drainRows(decided.flatMap(({ row, write }) => committedRows(row, write)));
  } catch (error) {
    deps.log.warn('what was just committed is left to the drain', { error });
    deps.onCommitted([]);
  }
}

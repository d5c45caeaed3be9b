import type { OrganisationContext } from '../catalogue/organisation-context.js';
import type { DuePageQuery } from '../ports/user-product-store.js';
import { type ApplyDueDeps, decideDueRows } from './apply-due-rows.js';

type DuePageResult = { readonly found: number; readonly applied: number };

export type ApplyDuePage = (
  context: OrganisationContext,
  query: DuePageQuery,
) => Promise<DuePageResult>;

/**
 * One page of due rows, one period each, committed by one bulk of version-filtered updates: rows that somebody else
 * moved do not match, and are theirs. A row many periods late is found again by the next page.
 */
export function makeApplyDuePage(
  deps: ApplyDueDeps & { readonly onCommitted: () => void },
): ApplyDuePage {
  return async ({ organisation, catalogue }, query) => {
    const rows = await deps.userProducts.findDue(organisation.id, query);
    const decided = await decideDueRows(deps, catalogue, rows);
    if (decided.length === 0) return { found: rows.length, applied: 0 };
    const writes = decided.map(({ write }) => write);
    const applied = await deps.userProducts.commitMany(organisation.id, writes);
    deps.onCommitted();
    return { found: rows.length, applied };
  };
}

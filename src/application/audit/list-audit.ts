import type { AuditEntryId } from '../../domain/ids.js';
import type { OrganisationScope } from '../../domain/operators/operator.js';
import type { AuditEntry, AuditQuery, AuditStore } from '../ports/audit-store.js';

type AuditPage = {
  readonly entries: readonly AuditEntry[];
  /** Where the next page begins; null: there is none. */
  readonly next: AuditEntryId | null;
};

/** What was done in an organisation, the newest first; `before` is the cursor of the page before. */
export type ListAudit = (
  organisationId: OrganisationScope,
  query: AuditQuery,
) => Promise<AuditPage>;

/** One more is read than is shown, so that a last page that is full names no next one. */
export function makeListAudit({ audit }: { readonly audit: Pick<AuditStore, 'list'> }): ListAudit {
  return async (organisationId, query) => {
    const { limit } = query;
    const found = await audit.list(organisationId, { ...query, limit: query.limit + 1 });
    const entries = found.slice(0, limit);
    return { entries, next: found.length > limit ? (entries.at(-1)?.id ?? null) : null };
  };
}

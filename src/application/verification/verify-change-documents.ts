import type { AccountId, DocumentId, OrganisationId } from '../../domain/ids.js';
import type { Change } from '../../domain/user-product/change.js';
import type { BillingDocumentStore } from '../ports/billing-document-store.js';
import type { ChangeWalk } from '../ports/change-store.js';
import { pageSize, type Finding, type ReportFinding } from './finding.js';

export type VerifyChangeDocumentsDeps = {
  readonly changeWalk: ChangeWalk;
  readonly documents: Pick<BillingDocumentStore, 'findMany'>;
};

/**
 * Checks that every document that a change row names is there: documents are written before the rows that name them
 * (docs/architecture.md §3), so none of them can still be on its way.
 */
export async function verifyChangeDocuments(
  { changeWalk, documents }: VerifyChangeDocumentsDeps,
  organisationId: OrganisationId,
  report: ReportFinding,
): Promise<void> {
  let after: AccountId | null = null;
  do {
    const page: Awaited<ReturnType<ChangeWalk['page']>> = await changeWalk.page(organisationId, {
      after,
      limit: pageSize,
    });
    const found = await documents.findMany(organisationId, page.changes.flatMap(documentsOf));
    const known = new Set(found.map((it) => it.id));
    page.changes.flatMap((it) => lostOf(it, known, organisationId)).forEach(report);
    after = page.through;
  } while (after !== null);
}

function documentsOf({ documents }: Change): readonly DocumentId[] {
  return [documents?.creditNote, documents?.invoice].flatMap((it) => it ?? []);
}

function lostOf(
  change: Change,
  known: ReadonlySet<DocumentId>,
  organisationId: OrganisationId,
): readonly Finding[] {
  return documentsOf(change)
    .filter((id) => !known.has(id))
    .map((id) => ({
      organisationId,
      promise: 'document_lost',
      facts: { document_id: id, change_id: change.id },
    }));
}

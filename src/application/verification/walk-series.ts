import type { DocumentType } from '../../domain/billing/billing-document.js';
import type { OrganisationId } from '../../domain/ids.js';
import type { BillingDocumentStore, NumberedDocument } from '../ports/billing-document-store.js';
import { pageSize } from './finding.js';

/**
 * Every document of a series in the order of its numbers, a page at a time. A page begins with the number that the one
 * before it ended with: so one that is given twice is met twice, wherever a page ends.
 */
export async function* walkSeries(
  documents: Pick<BillingDocumentStore, 'series'>,
  organisationId: OrganisationId,
  type: DocumentType,
): AsyncGenerator<readonly NumberedDocument[]> {
  let after = 0;
  let known = new Set<string>();
  for (;;) {
    const page = await documents.series(organisationId, { type, after, limit: pageSize });
    const fresh = page.filter(({ id }) => !known.has(id));
    const last = fresh.at(-1);
    if (last === undefined) return;
    yield fresh;
    after = last.sequence - 1;
    known = new Set(page.filter((it) => it.sequence === last.sequence).map((it) => it.id));
  }
}

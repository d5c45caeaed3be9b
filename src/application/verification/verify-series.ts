import { documentSeries } from '../../domain/billing/billing-document.js';
import type { OrganisationId } from '../../domain/ids.js';
import type { BillingDocumentStore, NumberedDocument } from '../ports/billing-document-store.js';
import type { Finding, ReportFinding } from './finding.js';
import { walkSeries } from './walk-series.js';

type Deps = { readonly documents: Pick<BillingDocumentStore, 'series'> };

/**
 * Checks that the numbers of each series are 1, 2, 3 … without a gap and without one that is given twice
 * (docs/spec/product-groups-api.md §6).
 */
export async function verifySeries(
  deps: Deps,
  organisationId: OrganisationId,
  report: ReportFinding,
): Promise<void> {
  for (const type of documentSeries) {
    let after = 0;
    for await (const page of walkSeries(deps.documents, organisationId, type)) {
      const places = page.map((document, index) => ({
        document,
        after: page[index - 1]?.sequence ?? after,
      }));
      for (const it of places) await verifyPlace(deps, organisationId, { ...it, report });
      after = page.at(-1)?.sequence ?? after;
    }
  }
}

/** A document, and the number of the one before it. */
type Place = { readonly document: NumberedDocument; readonly after: number };

async function verifyPlace(
  { documents }: Deps,
  organisationId: OrganisationId,
  { document, after, report }: Place & { readonly report: ReportFinding },
): Promise<void> {
  const { id, type, sequence } = document;
  const tell = (promise: Finding['promise']): void => {
    report({ organisationId, promise, facts: { document_id: id, type, sequence, after } });
  };
  if (sequence <= after) tell('document_number_repeated');
  if (sequence <= after + 1) return;
  // What seems to be missing may have been written behind the place that the read had come to.
  const [next] = await documents.series(organisationId, { type, after, limit: 1 });
  if (next?.sequence !== after + 1) tell('document_number_gap');
}

import { documentSeries } from '../../domain/billing/billing-document.js';
import type { OrganisationId } from '../../domain/ids.js';
import type { BillingDocumentStore, NumberedDocument } from '../ports/billing-document-store.js';

const pageSize = 500;

/**
 * Writes documents at the places that they have, each series in its order. What is there by now at its own place was
 * written by whoever imports the same. Throws where a place was given to another document meanwhile: then the file is
 * checked against that when it is imported again.
 */
export async function writeDocuments(
  store: Pick<BillingDocumentStore, 'append'>,
  organisationId: OrganisationId,
  documents: readonly NumberedDocument[],
): Promise<void> {
  for (const type of documentSeries) {
    const series = documents
      .filter((it) => it.type === type)
      .toSorted((one, other) => one.sequence - other.sequence);
    for (let at = 0; at < series.length; at += pageSize) {
      await writePage(store, organisationId, series.slice(at, at + pageSize));
    }
  }
}

async function writePage(
  store: Pick<BillingDocumentStore, 'append'>,
  organisationId: OrganisationId,
  page: readonly NumberedDocument[],
): Promise<void> {
  let left = page;
  for (let [first] = left; first !== undefined; [first] = left) {
    const after = first.sequence - 1;
    const { written, known } = await store.append(organisationId, { after, documents: left });
    const rest = left.slice(written);
    const [refused] = rest;
    if (refused !== undefined && known.get(refused.id) !== refused.sequence) {
      throw new Error('numbers of documents were given to others while a file was imported');
    }
    left = rest.slice(1);
  }
}

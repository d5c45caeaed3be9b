import { makeFindChangeDocuments } from '../application/billing/find-change-documents.js';
import { makeFindDocument } from '../application/billing/find-document.js';
import { makeListDocuments } from '../application/billing/list-documents.js';
import {
  makeWriteWhatWaits,
  type WriteWhatWaitsDeps,
} from '../application/billing/write-what-waits.js';
import type { ReadOrganisationContext } from '../application/catalogue/organisation-context.js';
import type { BillingDocumentStore } from '../application/ports/billing-document-store.js';
import type { UserProductStore } from '../application/ports/user-product-store.js';

type Deps = WriteWhatWaitsDeps & {
  readonly userProducts: UserProductStore;
  readonly documents: BillingDocumentStore;
  readonly readContext: ReadOrganisationContext;
};

/** Invoices and credit notes: what waits for whoever asks is written first. */
export function composeDocumentReads(deps: Deps) {
  const reads = { ...deps, writeWhatWaits: makeWriteWhatWaits(deps) };
  return {
    listDocuments: makeListDocuments(reads),
    findDocument: makeFindDocument(reads),
    findChangeDocuments: makeFindChangeDocuments(deps),
  };
}

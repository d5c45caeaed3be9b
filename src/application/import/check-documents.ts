import {
  type BillingDocument,
  type DocumentType,
  documentSeries,
  type InvoiceReference,
  numberOf,
} from '../../domain/billing/billing-document.js';
import type { DocumentId } from '../../domain/ids.js';
import type { NumberedDocument } from '../ports/billing-document-store.js';
import type { ImportFault, OrganisationImport } from './organisation-import.js';

/** What stands of the invoices and credit notes that a file names. */
export type DocumentsState = {
  /** The type and place of those that are there. */
  readonly known: ReadonlyMap<DocumentId, Pick<NumberedDocument, 'type' | 'sequence'>>;
  /** The last place of each series; 0: none. */
  readonly last: Readonly<Record<DocumentType, number>>;
};

type File = Pick<OrganisationImport, 'path' | 'documents' | 'userProducts'>;
type Placed = { readonly document: NumberedDocument; readonly path: string };

/**
 * What a file's invoices and credit notes may not be beside each other and those that stand: a document keeps its number,
 * a series has no gap and goes on after its last (docs/spec/product-groups-api.md §6), and what says to be charged by an
 * invoice names one.
 */
export function checkDocuments(
  { path, documents, userProducts }: File,
  state: DocumentsState,
  elsewhere: ReadonlySet<string>,
): ImportFault[] {
  const placed = documents.map((document, index) => ({
    document,
    path: `${path}billing_documents[${String(index)}]`,
  }));
  const invoices = new Set(documents.flatMap((it) => (it.type === 'invoice' ? [it.id] : [])));
  const isInvoice = (id: DocumentId): boolean =>
    invoices.has(id) || state.known.get(id)?.type === 'invoice';
  return [
    ...placed.flatMap((it) => checkOne(it, elsewhere, isInvoice)),
    ...documentSeries.flatMap((type) => checkSeries(placed, state, type)),
    ...userProducts.flatMap(({ billing }, index) =>
      checkReference(billing.paid?.document ?? null, isInvoice).map((problem) => ({
        path: `${path}user_products[${String(index)}].billing.paid.document`,
        problem,
      })),
    ),
  ];
}

function checkOne(
  { document, path }: Placed,
  elsewhere: ReadonlySet<string>,
  isInvoice: (id: DocumentId) => boolean,
): ImportFault[] {
  const { id, references } = document;
  return [
    ...(elsewhere.has(id)
      ? [{ path: `${path}.id`, problem: 'belongs to another organisation' }]
      : []),
    ...checkReference(references, isInvoice).map((problem) => ({
      path: `${path}.referenced_invoice`,
      problem,
    })),
  ];
}

/** Nothing is known of an invoice of another system. */
function checkReference(
  reference: InvoiceReference | null,
  isInvoice: (id: DocumentId) => boolean,
): string[] {
  const isLost = reference !== null && 'invoice' in reference && !isInvoice(reference.invoice);
  return isLost ? ['is no invoice of this file or organisation'] : [];
}

function checkSeries(
  placed: readonly Placed[],
  { known, last }: DocumentsState,
  type: DocumentType,
): ImportFault[] {
  const own = placed
    .filter((it) => it.document.type === type)
    .toSorted((one, other) => one.document.sequence - other.document.sequence);
  let next = last[type] + 1;
  return own.flatMap(({ document, path }) => {
    const standing = known.get(document.id);
    const fault = { path: `${path}.number`, problem: problemOf(document, { standing, next }) };
    if (standing === undefined) next = Math.max(next, document.sequence + 1);
    return fault.problem === null ? [] : [{ ...fault, problem: fault.problem }];
  });
}

type Place = {
  readonly standing: Pick<NumberedDocument, 'type' | 'sequence'> | undefined;
  readonly next: number;
};

function problemOf(
  { type, sequence }: Pick<NumberedDocument, 'type' | 'sequence'>,
  { standing, next }: Place,
): string | null {
  if (standing !== undefined) {
    return standing.type === type && standing.sequence === sequence
      ? null
      : `must be ${numbered(standing)}, which the document has already`;
  }
  if (sequence < next) return 'is the number of another document';
  return sequence === next
    ? null
    : `leaves a gap: the next one is ${numbered({ type, sequence: next })}`;
}

function numbered(document: Pick<BillingDocument, 'type' | 'sequence'>): string {
  return String(numberOf(document));
}

import type { BillingDocument, DocumentPosition } from '../../domain/billing/billing-document.js';
import type { DocumentId, OrganisationId } from '../../domain/ids.js';
import type { BillingDocumentStore, NumberedDocument } from '../ports/billing-document-store.js';
import type { Finding, ReportFinding } from './finding.js';
import { walkSeries } from './walk-series.js';

export type VerifyCreditsDeps = {
  readonly documents: Pick<BillingDocumentStore, 'series' | 'findMany' | 'lastSequence'>;
  /** How many credit notes are counted in one pass over them: what bounds the memory. */
  readonly creditNotesAtOnce: number;
};

/**
 * Checks that what credit notes give back of a position of an invoice is never more than that position
 * (docs/spec/product-groups-api.md §6), and that the invoice is there. Many credit notes are read several times, each
 * time for other invoices. An invoice of another system is not known here.
 */
export async function verifyCredits(
  { documents, creditNotesAtOnce }: VerifyCreditsDeps,
  organisationId: OrganisationId,
  report: ReportFinding,
): Promise<void> {
  const last = await documents.lastSequence(organisationId, 'credit_note');
  const passes = Math.max(1, Math.ceil(last / creditNotesAtOnce));
  for (let pass = 0; pass < passes; pass += 1) {
    const isOfPass = (id: DocumentId) => Number.parseInt(id.slice(-6), 16) % passes === pass;
    const credited = new Map<string, number>();
    for await (const page of walkSeries(documents, organisationId, 'credit_note')) {
      const notes = page.filter((note) => isOfPass(invoiceOf(note) ?? note.id));
      const invoices = await findInvoices(documents, organisationId, notes);
      for (const note of notes) {
        faultsOf(note, invoices, credited).forEach((it) => {
          report({ organisationId, ...it });
        });
      }
    }
  }
}

function invoiceOf({ references }: BillingDocument): DocumentId | null {
  return references !== null && 'invoice' in references ? references.invoice : null;
}

async function findInvoices(
  documents: VerifyCreditsDeps['documents'],
  organisationId: OrganisationId,
  notes: readonly NumberedDocument[],
): Promise<ReadonlyMap<DocumentId, NumberedDocument>> {
  const ids = new Set(notes.flatMap((note) => invoiceOf(note) ?? []));
  const found = await documents.findMany(organisationId, [...ids]);
  return new Map(found.map((it) => [it.id, it]));
}

type Fault = Omit<Finding, 'organisationId'>;

/** `credited`: of each position, by its invoice and its place there, what the credit notes before this one gave back. */
function faultsOf(
  note: NumberedDocument,
  invoices: ReadonlyMap<DocumentId, NumberedDocument>,
  credited: Map<string, number>,
): readonly Fault[] {
  const id = invoiceOf(note);
  if (id === null) return [];
  const facts = { document_id: note.id, invoice_id: id };
  const invoice = invoices.get(id);
  if (invoice === undefined) return [{ promise: 'document_lost', facts }];
  return note.positions.flatMap((position) => {
    const place = creditedPlace(invoice, position);
    const key = `${id} ${String(place)}`;
    const sum = (credited.get(key) ?? 0) + position.netMinor;
    credited.set(key, sum);
    const limit = invoice.positions[place]?.netMinor ?? 0;
    if (sum <= limit) return [];
    return [{ promise: 'credited_too_much', facts: { ...facts, credited: sum, of: limit } }];
  });
}

/**
 * Where in an invoice stands what a position gives back: the last of its user product that begins no later; where there is
 * none of that one, because its value was carried over from another, the last of all.
 */
function creditedPlace(
  { positions }: BillingDocument,
  { userProductId, from }: DocumentPosition,
): number {
  const begun = (it: DocumentPosition): boolean => it.from <= from;
  const own = positions.findLastIndex((it) => it.userProductId === userProductId && begun(it));
  return own === -1 ? positions.findLastIndex(begun) : own;
}

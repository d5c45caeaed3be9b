import type { BillingDocument } from '../../domain/billing/billing-document.js';
import type { DocumentId, OrganisationId } from '../../domain/ids.js';
import {
  isInvoicedBy,
  soldInAdvanceBy,
  type SoldInAdvance,
} from '../../domain/user-product/sold-in-advance.js';
import type { BillingDocumentStore } from '../ports/billing-document-store.js';
import type { EventLog, LoggedEvent } from '../ports/event-log.js';
import { pageSize, type Finding, type ReportFinding } from './finding.js';

export type VerifySalesDeps = {
  readonly events: Pick<EventLog, 'read'>;
  readonly documents: Pick<BillingDocumentStore, 'findMany'>;
};

/**
 * Checks that each period that the log tells to be sold in advance is invoiced (docs/spec/product-groups-api.md §9), as
 * far back as the log goes. Documents are written before the events that name them, so none can still be on its way.
 */
export async function verifySales(
  { events, documents }: VerifySalesDeps,
  organisationId: OrganisationId,
  report: ReportFinding,
): Promise<void> {
  let after = 0;
  for (;;) {
    const page = await events.read(organisationId, { after, limit: pageSize });
    const last = page.at(-1);
    if (last === undefined) return;
    const sales = page.flatMap(saleIn);
    const named = sales.flatMap(({ sold }) => invoiceOf(sold) ?? []);
    const invoices = new Map(
      (await documents.findMany(organisationId, named)).map((it) => [it.id, it]),
    );
    sales
      .filter((it) => !isInvoiced(it, invoices))
      .forEach((it) => {
        report(notInvoiced(it));
      });
    after = last.position;
  }
}

type Sale = { readonly sold: SoldInAdvance; readonly logged: LoggedEvent };

function saleIn(logged: LoggedEvent): readonly Sale[] {
  const sold = soldInAdvanceBy(logged.event);
  return sold === null ? [] : [{ sold, logged }];
}

function invoiceOf({ paid: { document } }: SoldInAdvance): DocumentId | null {
  return document !== null && 'invoice' in document ? document.invoice : null;
}

function isInvoiced({ sold }: Sale, invoices: ReadonlyMap<DocumentId, BillingDocument>): boolean {
  const id = invoiceOf(sold);
  const invoice = id === null ? undefined : invoices.get(id);
  return invoice !== undefined && isInvoicedBy(sold, invoice);
}

function notInvoiced({ sold, logged: { event, position } }: Sale): Finding {
  const { organisationId, id: eventId } = event;
  const facts = {
    user_product_id: sold.userProductId,
    document_id: invoiceOf(sold) ?? 'none',
    event_id: eventId,
    position,
    from: new Date(sold.paid.from).toISOString(),
  };
  return { organisationId, promise: 'period_not_invoiced', facts };
}

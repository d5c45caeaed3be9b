import type { BillingDocument } from '../billing/billing-document.js';
import type { Money } from '../money/money.js';
import type { ChangeDocuments, ChangeSettlement } from '../user-product/change.js';
import { currentPeriodOf } from '../user-product/current-period-of.js';
import {
  type DocumentFrame,
  type DocumentLine,
  makeDocument,
  makeInvoice,
} from '../user-product/document-lines.js';
import { chargedBy, inAdvance } from '../user-product/invoice-period.js';
import { type Paid, paidFor } from '../user-product/paid.js';
import type { UserProduct } from '../user-product/user-product.js';

/** What undoes the documents of a change, and what was paid for what goes on again. */
export type UndoneDocuments = {
  readonly creditNote: BillingDocument | null;
  readonly invoice: BillingDocument | null;
  readonly paid: Paid;
};

/** A change, what it made, and what is there again. */
type Undone = {
  /** What the change had ended. */
  readonly source: UserProduct;
  /** What it had made. */
  readonly product: UserProduct;
  /** What goes on as before. */
  readonly restored: UserProduct;
};

/**
 * The documents by which a change that caused some is undone (docs/spec/product-groups-api.md §5): a credit note for all
 * that its invoice has charged, and an invoice for what it had given back, over what is left of the old period. So the
 * sums are as before it. Where it had caused none, none are made, and what was paid stays as it was. After a change at the
 * end of a period, which had caused none either, the period that goes on instead is charged.
 * Example: 5.00 given back and 30.00 charged: a credit note of 30.00, and 5.00 invoiced again.
 */
export function undoneDocuments(frame: DocumentFrame, undone: Undone): UndoneDocuments {
  const { source, restored } = undone;
  const { endedBy } = source;
  if (endedBy?.answerId === source.id) return soldAgain(frame, restored);
  const settlement = endedBy?.terms?.amounts.settlement ?? null;
  const caused = endedBy?.documents ?? null;
  if (settlement === null || caused === null) {
    return { creditNote: null, invoice: null, paid: restored.paid };
  }
  return settledBack(frame, undone, { settlement, caused });
}

function settledBack(
  frame: DocumentFrame,
  { source, product, restored }: Undone,
  { settlement, caused }: { settlement: ChangeSettlement; caused: ChangeDocuments },
): UndoneDocuments {
  const reference = caused.invoice === null ? null : { invoice: caused.invoice };
  const creditNote = makeDocument(
    frame,
    { type: 'credit_note', references: reference, reason: 'order_change' },
    reference === null ? [] : chargedLines(frame, { source, product }, settlement),
  );
  const from = product.validFrom;
  const invoice = makeInvoice(frame, [
    line('reinstated', restored, { amount: settlement.credit, from, to: source.paid.to }),
  ]);
  return { creditNote, invoice, paid: paidAgain(restored.paid, { invoice, settlement, from }) };
}

/** The end of the period would have sold the next one. */
function soldAgain(frame: DocumentFrame, restored: UserProduct): UndoneDocuments {
  const invoice = restored.hasDocuments ? makeInvoice(frame, inAdvance(restored)) : null;
  return { creditNote: null, invoice, paid: chargedBy(restored, invoice).paid };
}

/** All that the invoice of the change has charged: what was used before it, and the period that it began. */
function chargedLines(
  { catalogue }: DocumentFrame,
  { source, product }: Pick<Undone, 'source' | 'product'>,
  { used, charge }: ChangeSettlement,
): readonly DocumentLine[] {
  const { from, to } = product.paid;
  const begun = currentPeriodOf(source, catalogue.timeZone).from;
  return [
    line('credit', source, { amount: used, from: begun, to: product.validFrom }),
    line('credit', product, { amount: charge, from, to }),
  ];
}

/** What was given back is paid again, by another invoice; else all is as it was. */
function paidAgain(
  paid: Paid,
  again: {
    readonly invoice: BillingDocument | null;
    readonly settlement: ChangeSettlement;
    readonly from: Paid['from'];
  },
): Paid {
  const { invoice, settlement, from } = again;
  if (invoice === null) return paid;
  const bought = paidFor({ amount: settlement.credit, from, to: paid.to });
  return { ...bought, document: { invoice: invoice.id } };
}

function line(
  kind: DocumentLine['kind'],
  of: UserProduct,
  told: { readonly amount: Money } & Pick<DocumentLine, 'from' | 'to'>,
): DocumentLine {
  return { kind, of, ...told, share: null };
}

import type { BillingDocument } from '../billing/billing-document.js';
import { type DocumentLine, makeDocument, makeInvoice } from '../user-product/document-lines.js';
import { chargedBy, inAdvance } from '../user-product/invoice-period.js';
import type { UserProduct } from '../user-product/user-product.js';
import type { ChangeOrder } from './change-order.js';
import type { SettledPart } from './change-decision.js';

/** What a change at once causes; null: none. `successor` says which invoice it was charged by. */
export type CausedDocuments = {
  readonly creditNote: BillingDocument | null;
  readonly invoice: BillingDocument | null;
  readonly successor: UserProduct;
};

/**
 * The documents of a change that happens at once (docs/spec/product-groups-api.md §5): a credit note for what is given
 * back, an invoice for what was used in arrears and for the period that begins in advance. Where value became time, it
 * was charged by the invoice of before. None where no documents are made for the subscription.
 * Example: 10.00 EUR a month, half of it left, to 30.00 a month: a credit note of 5.00 and an invoice of 30.00.
 */
export function documentsOfChange(order: ChangeOrder, successor: UserProduct): CausedDocuments {
  const { product, decision, now, catalogue, ids } = order;
  if (decision.parts === null && !decision.next.renewedAtOnce) {
    const paid = { ...successor.paid, document: product.paid.document };
    return { creditNote: null, invoice: null, successor: { ...successor, paid } };
  }
  if (!product.hasDocuments) return { creditNote: null, invoice: null, successor };
  const frame = { at: now, catalogue, ids };
  const invoice = makeInvoice(frame, [
    ...lineOf('used', product, decision.parts?.used),
    ...inAdvance(successor),
  ]);
  const head = { type: 'credit_note', reason: 'order_change' } as const;
  const credit = lineOf('credit', product, decision.parts?.credit);
  const references = product.paid.document;
  return {
    creditNote: makeDocument(frame, { ...head, references }, credit),
    invoice,
    successor: chargedBy(successor, invoice),
  };
}

function lineOf(
  kind: DocumentLine['kind'],
  of: UserProduct,
  part: SettledPart | undefined,
): readonly DocumentLine[] {
  return part === undefined ? [] : [{ kind, of, ...part }];
}

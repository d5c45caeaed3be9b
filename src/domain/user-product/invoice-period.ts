import type { BillingDocument } from '../billing/billing-document.js';
import { priceOf } from '../money/price-of.js';
import { currentPeriodOf } from './current-period-of.js';
import { type DocumentFrame, type DocumentLine, makeInvoice } from './document-lines.js';
import type { UserProduct } from './user-product.js';

/** What a boundary ends, and what begins there; null: nothing does. */
type Boundary = { readonly ended: UserProduct | null; readonly begun: UserProduct | null };

type Invoiced<Begun> = { readonly invoice: BillingDocument | null; readonly begun: Begun };

/**
 * The invoice of a boundary (docs/spec/product-groups-api.md §5): the period that has ended where it is paid in arrears,
 * and the one that begins where it is paid in advance; what begins then says which invoice it was charged by. Null
 * where no documents are made for it, or nothing is to be paid.
 * Example: 10.00 EUR a month in arrears, on 1 May changed to 30.00 in advance: one invoice of 40.00.
 */
export function invoiceBoundary<Begun extends UserProduct | null>(
  frame: DocumentFrame,
  { ended, begun }: Boundary & { readonly begun: Begun },
): Invoiced<Begun> {
  const hasDocuments = ended?.hasDocuments ?? begun?.hasDocuments ?? false;
  if (!hasDocuments) return { invoice: null, begun };
  const { timeZone } = frame.catalogue;
  const past = ended === null ? [] : inArrears(ended, timeZone);
  const invoice = makeInvoice(frame, [...past, ...(begun === null ? [] : inAdvance(begun))]);
  return { invoice, begun: begun === null ? begun : chargedBy(begun, invoice) };
}

/** What is paid in advance says which invoice it was charged by, if that one charges it. */
export function chargedBy<Begun extends UserProduct>(
  begun: Begun,
  invoice: BillingDocument | null,
): Begun {
  const isCharged = invoice !== null && inAdvance(begun).some((it) => it.amount.amountMinor > 0);
  if (!isCharged) return begun;
  return { ...begun, paid: { ...begun.paid, document: { invoice: invoice.id } } };
}

/** The whole period that has ended, where it is paid in arrears: begun, it is owed. */
export function inArrears(
  ended: UserProduct,
  zone: DocumentFrame['catalogue']['timeZone'],
): readonly DocumentLine[] {
  const { soldPeriod, quantity } = ended;
  if (soldPeriod.billing.payInAdvance) return [];
  const amount = priceOf(soldPeriod.price, quantity);
  return [{ kind: 'period', of: ended, amount, ...currentPeriodOf(ended, zone), share: null }];
}

/** The period that was just sold, where it is paid in advance. */
export function inAdvance(begun: UserProduct): readonly DocumentLine[] {
  const { paid, soldPeriod } = begun;
  if (!soldPeriod.billing.payInAdvance) return [];
  const { amount, from, to } = paid;
  return [{ kind: 'period', of: begun, amount, from, to, share: null }];
}

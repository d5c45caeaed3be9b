import type { BillingDocument } from '../billing/billing-document.js';
import type { EventType } from '../events/domain-event.js';
import type { UserProductId } from '../ids.js';
import type { DomainEvent } from './event-side.js';
import type { Paid } from './paid.js';

/** A period that was sold in advance, and what is said to be paid for it. */
export type SoldInAdvance = { readonly userProductId: UserProductId; readonly paid: Paid };

const selling: ReadonlySet<EventType> = new Set<EventType>([
  'user_product_created',
  'user_product_renewed',
  'package_downgrade_completed',
  'package_change_completed',
]);

/**
 * The period that an event tells to be sold in advance, for which there must be an invoice
 * (docs/spec/product-groups-api.md §5, §9). Null where it sells none: in arrears and for 0, without documents, by an
 * import, and where value became time. An undo brings back what was sold before. Edits sell nothing, so what they move
 * later is of no matter. Example: a renewal on 1 May of 10.00 EUR a month sells 1 May – 1 Jun.
 */
export function soldInAdvanceBy({ type, after, settlement }: DomainEvent): SoldInAdvance | null {
  if (after?.userProduct.hasDocuments !== true) return null;
  const { id: userProductId, createdFrom, paid } = after.userProduct;
  const sells = selling.has(type) || (type === 'package_upgrade' && settlement !== null);
  const isBroughtAlong = type === 'user_product_created' && createdFrom === 'import';
  if (!sells || isBroughtAlong || paid === null || paid.amount.amountMinor === 0) return null;
  return { userProductId, paid };
}

/** Whether an invoice charges just that period of that user product, at what is said to be paid for it. */
export function isInvoicedBy({ userProductId, paid }: SoldInAdvance, invoice: BillingDocument) {
  return (
    invoice.currency === paid.amount.currency &&
    invoice.positions.some(
      (it) =>
        it.kind === 'period' &&
        it.userProductId === userProductId &&
        it.from === paid.from &&
        it.to === paid.to &&
        it.netMinor === paid.amount.amountMinor,
    )
  );
}

import type { NumberedDocument } from '../../application/ports/billing-document-store.js';
import {
  type DocumentPosition,
  type InvoiceReference,
  numberOf,
} from '../../domain/billing/billing-document.js';
import { toDecimalString } from '../../domain/money/decimal-amount.js';
import type { Currency } from '../../domain/money/money.js';
import { isoOrNull } from './to-user-product-row.js';

/** An invoice or a credit note in the members that an import reads. */
export function toDocumentRow(document: NumberedDocument): object {
  const { currency, references } = document;
  return {
    id: document.id,
    type: document.type,
    number: numberOf(document),
    account_id: document.accountId,
    subscription_id: document.subscriptionId,
    currency,
    ...(references === null ? {} : referenceMembers(references)),
    reason: document.reason,
    created_at: isoOrNull(document.createdAt),
    positions: document.positions.map((it) => positionMembers(it, currency)),
  };
}

function referenceMembers(references: InvoiceReference): object {
  return 'invoice' in references
    ? { referenced_invoice: references.invoice }
    : { referenced_number: references.number };
}

function positionMembers(position: DocumentPosition, currency: Currency): object {
  return {
    kind: position.kind,
    name: position.name,
    quantity: position.quantity,
    unit_price: toDecimalString({ amountMinor: position.unitPriceMinor, currency }),
    net_amount: toDecimalString({ amountMinor: position.netMinor, currency }),
    from: isoOrNull(position.from),
    to: isoOrNull(position.to),
    share: position.share,
    package_id: position.packageId,
    period_id: position.periodId,
    user_product_id: position.userProductId,
  };
}

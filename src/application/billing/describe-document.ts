import {
  type BillingDocument,
  type DocumentPosition,
  type InvoiceReference,
  numberOf,
  type PositionKind,
  type PositionShare,
} from '../../domain/billing/billing-document.js';
import { decimalsOf } from '../../domain/money/currency.js';
import type { Currency } from '../../domain/money/money.js';
import { formatInstant } from '../../domain/time/instant-text.js';
import type { Instant, TimeZone } from '../../domain/time/instant.js';

/** Minor units, with how many of them make the currency's major one, as a power of ten. */
type DescribedMoney = {
  readonly amount: number;
  readonly precision: number;
  readonly currencyCode: string;
};

type DescribedPosition = {
  readonly name: string;
  readonly quantity: number;
  readonly unitPrice: DescribedMoney;
  readonly netAmount: DescribedMoney;
  readonly serviceDateFrom: string;
  readonly serviceDateTo: string;
  readonly kind: PositionKind;
  readonly share: PositionShare | null;
  readonly product: string;
  readonly pricePlan: string;
  readonly subscriptionItem: string;
};

/** A document as JSON has it (docs/spec/product-groups-api.md §4). */
export type DescribedDocument = {
  readonly id: string;
  readonly type: 'TYPE_INVOICE' | 'TYPE_CREDIT_NOTE';
  readonly status: 'STATUS_FINALIZING' | 'STATUS_FINALIZED';
  readonly number: string | null;
  readonly currencyCode: string;
  readonly customer: string;
  readonly subscription: string;
  readonly referencedInvoice: string | null;
  readonly referencedNumber: string | null;
  readonly reason: 'order_change' | null;
  readonly creationDate: string;
  readonly netAmount: DescribedMoney;
  readonly positions: readonly DescribedPosition[];
};

/**
 * A document as a stranger reads it, the same in `GET /invoices`, in what apply answers, in events and in webhooks
 * (docs/spec/product-groups-api.md §4): amounts in minor units, instants in UTC. Example: 30.00 EUR is
 * `{"amount": 3000, "precision": 2, "currencyCode": "EUR"}`, and 1 April 2027 in Stockholm begins at
 * `2027-03-31T22:00:00+00:00`.
 */
export function describeDocument(document: BillingDocument): DescribedDocument {
  const { currency } = document;
  const number = numberOf(document);
  return {
    id: document.id,
    type: document.type === 'invoice' ? 'TYPE_INVOICE' : 'TYPE_CREDIT_NOTE',
    status: number === null ? 'STATUS_FINALIZING' : 'STATUS_FINALIZED',
    number,
    currencyCode: currency,
    customer: document.accountId,
    subscription: document.subscriptionId,
    ...describeReference(document.references),
    reason: document.reason,
    creationDate: describeInstant(document.createdAt),
    netAmount: describeAmount(document.netMinor, currency),
    positions: document.positions.map((it) => describePosition(it, currency)),
  };
}

function describeReference(
  reference: InvoiceReference | null,
): Pick<DescribedDocument, 'referencedInvoice' | 'referencedNumber'> {
  return {
    referencedInvoice: reference !== null && 'invoice' in reference ? reference.invoice : null,
    referencedNumber: reference !== null && 'number' in reference ? reference.number : null,
  };
}

function describePosition(position: DocumentPosition, currency: Currency): DescribedPosition {
  return {
    name: position.name,
    quantity: position.quantity,
    unitPrice: describeAmount(position.unitPriceMinor, currency),
    netAmount: describeAmount(position.netMinor, currency),
    serviceDateFrom: describeInstant(position.from),
    serviceDateTo: describeInstant(position.to),
    kind: position.kind,
    share: position.share,
    product: position.packageId,
    pricePlan: position.periodId,
    subscriptionItem: position.userProductId,
  };
}

function describeAmount(amount: number, currency: Currency): DescribedMoney {
  return { amount, precision: decimalsOf(currency), currencyCode: currency };
}

function describeInstant(at: Instant): string {
  return formatInstant(at, 'UTC' as TimeZone);
}

import type {
  AccountId,
  DocumentId,
  PackageId,
  PaymentPeriodId,
  SubscriptionId,
  UserProductId,
} from '../ids.js';
import type { Currency } from '../money/money.js';
import type { Instant } from '../time/instant.js';

/** The series that documents are numbered in, in the order of their numbers as text. */
export const documentSeries = ['credit_note', 'invoice'] as const;
export type DocumentType = (typeof documentSeries)[number];

/** `reinstated`: what a change that was undone had credited. */
export type PositionKind = 'period' | 'used' | 'credit' | 'reinstated';

/** Which part of a period a position is of. */
export type PositionShare = {
  readonly parts: number;
  readonly whole: number;
  readonly unit: 'day' | 'millisecond';
};

/** One line of a document. Amounts are minor units of the document's currency, never negative. */
export type DocumentPosition = {
  readonly kind: PositionKind;
  /** The package's name when it was written. */
  readonly name: string;
  readonly quantity: number;
  readonly unitPriceMinor: number;
  readonly netMinor: number;
  /** The service that it is for, half-open. */
  readonly from: Instant;
  readonly to: Instant;
  readonly share: PositionShare | null;
  readonly packageId: PackageId;
  readonly periodId: PaymentPeriodId;
  readonly userProductId: UserProductId;
};

/** An invoice: one of ours by its id, one of another system by its number. */
export type InvoiceReference = { readonly invoice: DocumentId } | { readonly number: string };

/**
 * An invoice or a credit note (docs/spec/product-groups-api.md §6): made in the commit of what caused it, never changed
 * once it has its place in the series.
 */
export type BillingDocument = {
  readonly id: DocumentId;
  readonly type: DocumentType;
  /** Its place in the organisation's series of that type, 1, 2, 3 …; null until it is written there. */
  readonly sequence: number | null;
  readonly accountId: AccountId;
  readonly subscriptionId: SubscriptionId;
  readonly currency: Currency;
  /** What a credit note gives back of; null in an invoice, and where nothing is known of one. */
  readonly references: InvoiceReference | null;
  readonly reason: 'order_change' | null;
  /** The effective instant of what caused it. */
  readonly createdAt: Instant;
  /** The sum of its positions. */
  readonly netMinor: number;
  readonly positions: readonly DocumentPosition[];
};

const prefixes: Readonly<Record<DocumentType, string>> = { invoice: 'RE', credit_note: 'CN' };

/**
 * The number of a document by its place in its series (docs/spec/product-groups-api.md §6); null while it has none.
 * Example: the first invoice is `RE-0000000001`.
 */
export function numberOf({ type, sequence }: Pick<BillingDocument, 'type' | 'sequence'>) {
  return sequence === null ? null : `${prefixes[type]}-${String(sequence).padStart(10, '0')}`;
}

/**
 * The type and the place that a number names; null for what is no number of ours.
 * Example: `CN-0000000012` is the twelfth credit note.
 */
export function parseDocumentNumber(
  raw: string,
): { readonly type: DocumentType; readonly sequence: number } | null {
  const [, prefix, digits] = /^([A-Z]{2})-(\d{10,16})$/.exec(raw) ?? [];
  const type = documentSeries.find((it) => prefixes[it] === prefix);
  if (type === undefined) return null;
  const named = { type, sequence: Number(digits) };
  return numberOf(named) === raw ? named : null;
}

import { mongo } from 'mongoose';
import type { InvoiceReference } from '../../domain/billing/billing-document.js';
import {
  type BillingTerms,
  isPaywayBilling,
  paywayBilling,
} from '../../domain/catalogue/billing-terms.js';
import type { SoldPeriod } from '../../domain/catalogue/sold-period.js';
import type {
  ChangeAmounts,
  ChangeDocuments,
  ChangeSettlement,
  FrozenTarget,
} from '../../domain/user-product/change.js';
import type { DocumentId, TierId, toId } from '../../domain/ids.js';
import type { Currency, Money } from '../../domain/money/money.js';
import type { Anchor } from '../../domain/time/anchor.js';
import type { Paid } from '../../domain/user-product/paid.js';
import { type Instant, toInstant } from '../../domain/time/instant.js';
import type {
  AnchorDocument,
  BillingTermsDocument,
  ChangeAmountsDocument,
  ChangeDocumentsDocument,
  ChangeSettlementDocument,
  FrozenTargetDocument,
  MoneyDocument,
  PaidDocument,
  SoldPeriodDocument,
} from '../schemas/values.schema.js';

type Id = ReturnType<typeof toId>;

/** An id as ObjectId. Every id is one but a client's. */
export function objectIdOf(id: Id): mongo.ObjectId {
  return mongo.ObjectId.createFromHexString(id);
}

/** The id that an ObjectId stands for. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller names the sort of id
export function idOf<T extends Id>(objectId: mongo.ObjectId): T {
  return objectId.toHexString() as T;
}

/** An instant as it is stored. */
export function toDate(at: Instant): Date {
  return new Date(at);
}

/** The instant that a stored date means. */
export function instantOf(date: Date): Instant {
  return toInstant(date.getTime());
}

/** Null for null, and for a field that an older document does not have. */
export function nullable<From, To>(
  value: From | null | undefined,
  map: (value: From) => To,
): To | null {
  return value === null || value === undefined ? null : map(value);
}

/** Throws where an amount is no whole number of minor units that a double holds exactly. */
export function moneyDocument({ amountMinor, currency }: Money): MoneyDocument {
  return { amount_minor: wholeAmount(amountMinor), currency };
}

/** Throws on an amount that this code cannot have written. */
export function moneyOf(document: MoneyDocument): Money {
  return {
    amountMinor: wholeAmount(document.amount_minor),
    currency: document.currency as Currency,
  };
}

function wholeAmount(amountMinor: number): number {
  if (!Number.isSafeInteger(amountMinor)) {
    throw new RangeError('an amount is a safe integer of minor units');
  }
  return amountMinor;
}

/** An anchor as it is stored. */
export function anchorDocument({ at, billingDay }: Anchor): AnchorDocument {
  return { at: toDate(at), billing_day: billingDay };
}

/** The anchor that a part of a document holds. */
export function readAnchor(document: AnchorDocument): Anchor {
  return { at: instantOf(document.at), billingDay: document.billing_day };
}

/** What was paid, as it is stored: what is nothing is left out. */
export function paidDocument(paid: Paid): PaidDocument {
  const { amount, forMs, from, to, creditedMinor, document } = paid;
  return {
    ...moneyDocument(amount),
    for_ms: forMs,
    from: toDate(from),
    to: toDate(to),
    ...(creditedMinor === 0 ? {} : { credited_minor: wholeAmount(creditedMinor) }),
    ...(document === null ? {} : invoiceReferenceDocument(document)),
  };
}

function invoiceReferenceDocument(
  reference: InvoiceReference,
): Pick<PaidDocument, 'document' | 'invoice_number'> {
  return 'invoice' in reference
    ? { document: objectIdOf(reference.invoice) }
    : { invoice_number: reference.number };
}

/** What was paid, as a part of a document says it. */
export function readPaid(document: PaidDocument): Paid {
  return {
    amount: moneyOf(document),
    forMs: document.for_ms,
    from: instantOf(document.from),
    to: instantOf(document.to),
    creditedMinor: wholeAmount(document.credited_minor ?? 0),
    document: readInvoiceReference(document),
  };
}

function readInvoiceReference({
  document,
  invoice_number: number,
}: Pick<PaidDocument, 'document' | 'invoice_number'>): InvoiceReference | null {
  if (document) return { invoice: idOf<DocumentId>(document) };
  return typeof number === 'string' ? { number } : null;
}

/** How a period is charged, as it is stored: left out where it is charged as Payway's are. */
export function billingPart({
  name,
  billing,
}: Pick<SoldPeriod, 'name' | 'billing'>): Pick<SoldPeriodDocument, 'name' | 'billing'> {
  return {
    ...(name === null ? {} : { name }),
    ...(isPaywayBilling(billing) ? {} : { billing: billingTermsDocument(billing) }),
  };
}

/** How a period is charged, as a part of a document says it. */
export function readBillingPart({
  name,
  billing,
}: Pick<SoldPeriodDocument, 'name' | 'billing'>): Pick<SoldPeriod, 'name' | 'billing'> {
  return { name: name ?? null, billing: nullable(billing, billingTermsOf) ?? paywayBilling };
}

function billingTermsDocument(billing: BillingTerms): BillingTermsDocument {
  return {
    charge_model: billing.chargeModel,
    pay_in_advance: billing.payInAdvance,
    pro_rata: billing.proRata,
    quantity_editable: billing.quantityEditable,
    min_quantity: billing.minQuantity,
    max_quantity: billing.maxQuantity,
  };
}

function billingTermsOf(document: BillingTermsDocument): BillingTerms {
  return {
    chargeModel: document.charge_model,
    payInAdvance: document.pay_in_advance,
    proRata: document.pro_rata,
    quantityEditable: document.quantity_editable,
    minQuantity: document.min_quantity,
    maxQuantity: document.max_quantity ?? null,
  };
}

/** A sold period as it is stored. */
export function soldPeriodDocument(period: SoldPeriod): SoldPeriodDocument {
  const { unit, length } = period.interval;
  return {
    period_id: objectIdOf(period.periodId),
    type: period.type,
    payment_method: period.paymentMethod,
    interval: { unit, length },
    price: moneyDocument(period.price),
    ...billingPart(period),
  };
}

/** The sold period that a part of a document holds. */
export function readSoldPeriod(document: SoldPeriodDocument): SoldPeriod {
  const { unit, length } = document.interval;
  return {
    periodId: idOf(document.period_id),
    type: document.type,
    paymentMethod: document.payment_method,
    interval: { unit, length },
    price: moneyOf(document.price),
    ...readBillingPart(document),
  };
}

/** The target of a change as it is stored, with the terms that hold for it. */
export function frozenTargetDocument(target: FrozenTarget): FrozenTargetDocument {
  return {
    package_id: objectIdOf(target.packageId),
    package_code: target.packageCode,
    period: soldPeriodDocument(target.period),
    ...unitsPart(target),
  };
}

/** The target that a part of a document holds. */
export function frozenTargetOf(document: FrozenTargetDocument): FrozenTarget {
  return {
    packageId: idOf(document.package_id),
    packageCode: document.package_code,
    period: readSoldPeriod(document.period),
    ...readUnitsPart(document),
  };
}

type UnitsDocument = Pick<FrozenTargetDocument, 'quantity' | 'tier_id'>;

/** How many, on which tier, as it is stored: one of it on none is left out. */
export function unitsPart({
  quantity,
  tierId,
}: Pick<FrozenTarget, 'quantity' | 'tierId'>): UnitsDocument {
  return {
    ...(quantity === 1 ? {} : { quantity }),
    ...(tierId === null ? {} : { tier_id: objectIdOf(tierId) }),
  };
}

/** How many, on which tier, as a part of a document says it. */
export function readUnitsPart({
  quantity,
  tier_id: tierId,
}: UnitsDocument): Pick<FrozenTarget, 'quantity' | 'tierId'> {
  return { quantity: quantity ?? 1, tierId: nullable(tierId, idOf<TierId>) };
}

/** What a change came to, as it is stored. */
export function settlementDocument(settlement: ChangeSettlement): ChangeSettlementDocument {
  return {
    credit: moneyDocument(settlement.credit),
    used: moneyDocument(settlement.used),
    charge: moneyDocument(settlement.charge),
  };
}

/** What a part of a document says that a change came to. */
export function settlementOf(document: ChangeSettlementDocument): ChangeSettlement {
  return {
    credit: moneyOf(document.credit),
    used: moneyOf(document.used),
    charge: moneyOf(document.charge),
  };
}

/** The documents that a change has caused, as they are stored. */
export function changeDocumentsDocument(documents: ChangeDocuments): ChangeDocumentsDocument {
  return {
    credit_note: nullable(documents.creditNote, objectIdOf),
    invoice: nullable(documents.invoice, objectIdOf),
  };
}

/** The documents that a part of a document says that a change has caused. */
export function changeDocumentsOf(document: ChangeDocumentsDocument): ChangeDocuments {
  return {
    creditNote: nullable(document.credit_note, idOf<DocumentId>),
    invoice: nullable(document.invoice, idOf<DocumentId>),
  };
}

/** What a change is worth, as it is stored. */
export function changeAmountsDocument(amounts: ChangeAmounts): ChangeAmountsDocument {
  return {
    value_left: moneyDocument(amounts.valueLeft),
    value_carried: moneyDocument(amounts.valueCarried),
    next_renewal: nullable(amounts.nextRenewal, moneyDocument),
    ...(amounts.settlement === null ? {} : { settlement: settlementDocument(amounts.settlement) }),
  };
}

/** What a part of a document says that a change is worth. */
export function changeAmountsOf(document: ChangeAmountsDocument): ChangeAmounts {
  return {
    valueLeft: moneyOf(document.value_left),
    valueCarried: moneyOf(document.value_carried),
    nextRenewal: nullable(document.next_renewal, moneyOf),
    settlement: nullable(document.settlement, settlementOf),
  };
}

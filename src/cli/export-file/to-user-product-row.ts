import type { ExportRow } from '../../application/export/export-organisations.js';
import { billingMembers } from './billing-members.js';
import type { SoldPeriod } from '../../domain/catalogue/sold-period.js';
import type { Paid } from '../../domain/user-product/paid.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import type { PendingChange } from '../../domain/user-product/change.js';
import { toDecimalString } from '../../domain/money/decimal-amount.js';
import type { Instant } from '../../domain/time/instant.js';

type Exported = Extract<ExportRow, { row: 'user_product' }>;

/** A user product in the members that an import reads. */
export function toUserProductRow({ product, codeOf, tierId }: Exported): object {
  const { anchor, pendingChange } = product;
  return {
    id: product.id,
    ...subscriptionMember(product),
    account_id: product.accountId,
    ...referenceOf(codeOf(product.packageId) ?? product.packageCode, product.soldPeriod),
    ...unitMembers({ quantity: product.quantity, tierId }),
    subscription_type: product.subscriptionType,
    state: product.state,
    provision_service: product.provisionService,
    valid_from: isoOf(product.validFrom),
    valid_to: isoOrNull(product.validTo),
    anchor: isoOf(anchor.at),
    billing_day: anchor.billingDay,
    cancelled_at: isoOrNull(product.cancelledAt),
    pending_change: pendingChange && pendingMembers(pendingChange, codeOf),
    subscription_number: product.subscriptionNumber,
    order_id: product.orderId,
    external_start_at: isoOrNull(product.externalStartAt),
    ...moneyMembers(product),
  };
}

/** The first of a subscription names it, and need not be told. */
function subscriptionMember({ id, subscriptionId }: UserProduct): object {
  return id === subscriptionId ? {} : { subscription_id: subscriptionId };
}

/** What is one of it on no tier is not told. */
function unitMembers({ quantity, tierId }: Pick<UserProduct, 'quantity' | 'tierId'>): object {
  return {
    ...(quantity === 1 ? {} : { quantity }),
    ...(tierId === null ? {} : { tier_id: tierId }),
  };
}

/** An invoice of another system has its place only beside the documents. */
function moneyMembers(product: UserProduct): object {
  const { hasDocuments, paid } = product;
  const isByNumber = paid.document !== null && 'number' in paid.document;
  if (!hasDocuments && !isByNumber) return { paid: paidMembers(product) };
  return { billing: { documents: hasDocuments, paid: paidMembers(product) } };
}

/** Without an end nothing was paid. What an edit of the end has left empty is worth nothing, whatever was paid for it. */
function paidMembers({ paid, validFrom, validTo }: UserProduct): object | null {
  if (validTo === null) return null;
  const isEmpty = paid.to <= paid.from;
  return paidRow(isEmpty ? { ...paid, ...worthNothing(paid), from: validFrom } : paid);
}

function worthNothing({ amount }: Paid): Pick<Paid, 'amount' | 'creditedMinor'> {
  return { amount: { ...amount, amountMinor: 0 }, creditedMinor: 0 };
}

function paidRow({ amount, forMs, from, to, creditedMinor, document }: Paid): object {
  return {
    amount: toDecimalString(amount),
    currency: amount.currency,
    for_ms: forMs,
    from: isoOf(from),
    to: isoOf(to),
    credited: toDecimalString({ ...amount, amountMinor: creditedMinor }),
    ...invoiceMember(document),
  };
}

function invoiceMember(document: Paid['document']): object {
  if (document === null) return { document };
  return 'invoice' in document
    ? { document: document.invoice }
    : { invoice_number: document.number };
}

function pendingMembers(pending: PendingChange, codeOf: Exported['codeOf']): object {
  const { kind, behaviour, target, requestedAt, requestedBy } = pending;
  const { quantity, tierId } = target;
  return {
    kind,
    ...referenceOf(codeOf(target.packageId) ?? target.packageCode, target.period),
    ...unitMembers({ quantity, tierId: behaviour === 'group' ? tierId : null }),
    requested_at: isoOf(requestedAt),
    requested_by: requestedBy,
  };
}

function referenceOf(code: string, { periodId, ...terms }: SoldPeriod): object {
  return { package_code: code, period_id: periodId, period_snapshot: termsOf(terms) };
}

/** The terms of a payment period, the price in major units. */
export function termsOf({
  type,
  paymentMethod,
  interval,
  price,
  name,
  billing,
}: Omit<SoldPeriod, 'periodId'>): object {
  return {
    type,
    payment_method: paymentMethod,
    iteration_type: interval.unit,
    iteration_length: interval.length,
    price: toDecimalString(price),
    currency: price.currency,
    ...(name === null ? {} : { name }),
    ...billingMembers(billing),
  };
}

function isoOf(at: Instant): string {
  return new Date(at).toISOString();
}

/** ISO 8601 in UTC, with milliseconds. */
export function isoOrNull(at: Instant | null): string | null {
  return at === null ? null : isoOf(at);
}

import type {
  DomainEvent,
  EventSide,
  UserProductFacts,
} from '../../domain/user-product/event-side.js';
import type {
  ChangeSettlement,
  FrozenTarget,
  PendingChange,
} from '../../domain/user-product/change.js';
import type { SoldPeriod } from '../../domain/catalogue/sold-period.js';
import { toMajorUnits } from '../../domain/money/decimal-amount.js';
import { formatInstant } from '../../domain/time/instant-text.js';
import type { Paid } from '../../domain/user-product/paid.js';
import type { Cancellation } from '../../domain/user-product/user-product.js';
import type { Instant, TimeZone } from '../../domain/time/instant.js';
import { describeDocument } from '../billing/describe-document.js';

/** JSON of something, as a stranger reads it. */
type Described = Readonly<Record<string, unknown>>;
type Formatted = (at: Instant | null) => string | null;

/**
 * An event as a stranger reads it, the same in lists and in webhooks (docs/spec/payway-api.md §6): names in Payway's
 * words where Payway has one, dates with the organisation's offset, prices in major units. Example: 10,000 minor units
 * of SEK are `"price": 100`. Only a document is told as its own dialect tells it
 * (docs/spec/product-groups-api.md §7).
 */
export function describeEvent(event: DomainEvent, zone: TimeZone): Described {
  const date: Formatted = (at) => (at === null ? null : formatInstant(at, zone));
  const side = (it: EventSide | null) => (it === null ? null : describeSide(it, date));
  return {
    id: event.id,
    sequence: event.sequence,
    type: event.type,
    occurred_at: date(event.occurredAt),
    organisation_id: event.organisationId,
    account_id: event.accountId,
    user_product_id: event.userProductId,
    subscription_id: event.subscriptionId,
    change_id: event.changeId,
    before: side(event.before),
    after: side(event.after),
    document: event.document && describeDocument(event.document),
    settlement: event.settlement && describeSettlement(event.settlement),
  };
}

/** Example: 5.00 credited and 30.00 charged come to `"due_now": 25`. */
function describeSettlement({ credit, used, charge }: ChangeSettlement): Described {
  const dueMinor = used.amountMinor + charge.amountMinor - credit.amountMinor;
  return {
    currency: charge.currency,
    credit: toMajorUnits(credit),
    used: toMajorUnits(used),
    charge: toMajorUnits(charge),
    due_now: toMajorUnits({ ...charge, amountMinor: dueMinor }),
  };
}

function describeSide({ userProduct: product, package: pack }: EventSide, date: Formatted) {
  return {
    user_product: {
      id: product.id,
      subscription_id: product.subscriptionId,
      order_id: product.orderId,
      subscription_number: product.subscriptionNumber,
      external_start_date: date(product.externalStartAt),
      created_from: product.createdFrom,
      created: date(product.createdAt),
      updated: date(product.updatedAt),
      product_code: product.packageCode,
      title_code: product.titleCode,
      period: describePeriod(product.soldPeriod),
      quantity: product.quantity,
      product_group_membership: product.tierId && { id: product.tierId },
      billing: describeBilling(product),
      subscription_type: product.subscriptionType,
      state: product.state,
      provision_service: product.provisionService,
      valid_from: date(product.validFrom),
      valid_to: date(product.validTo),
      anchor: { at: date(product.anchor.at), billing_day: product.anchor.billingDay },
      paid: product.paid && describePaid(product.paid, date),
      cancelled_at: date(product.cancelledAt),
      cancellation: product.cancellation && describeCancellation(product.cancellation),
      pending_change:
        product.pendingChange === null ? null : describePending(product.pendingChange, date),
      version: product.version,
    },
    package: {
      id: pack.id,
      code: pack.code,
      kind: pack.kind,
      name: pack.name,
      // 0 is Payway's word for "no rank"; null: the catalogue did not know the package any more.
      rank: pack.rank === 'unranked' ? 0 : pack.rank,
    },
  };
}

function describeCancellation({ reasonId, creditInvoiceIfSent }: Cancellation): Described {
  return { reason_id: reasonId, credit_invoice_if_sent: creditInvoiceIfSent };
}

/** Null stands for it in events from before it was kept. */
function describePaid(paid: Paid, date: Formatted): Described {
  const { amount, forMs, from, to, creditedMinor, document } = paid;
  return {
    amount: toMajorUnits(amount),
    currency: amount.currency,
    for_ms: forMs,
    from: date(from),
    to: date(to),
    credited: toMajorUnits({ ...amount, amountMinor: creditedMinor }),
    document: document && ('invoice' in document ? document.invoice : document.number),
  };
}

/** What the current period was paid with, and what of that was given back. */
function describeBilling({ hasDocuments, paid }: UserProductFacts): Described {
  return {
    documents: hasDocuments,
    paid: paid && toMajorUnits(paid.amount),
    credited: paid && toMajorUnits({ ...paid.amount, amountMinor: paid.creditedMinor }),
  };
}

function describePeriod(period: SoldPeriod): Described {
  return {
    id: period.periodId,
    payment_method: period.paymentMethod,
    type: period.type,
    iteration_type: period.interval.unit,
    iteration_length: period.interval.length,
    price: toMajorUnits(period.price),
    currency: period.price.currency,
    pay_in_advance: period.billing.payInAdvance,
    pro_rata: period.billing.proRata,
  };
}

function describePending(pending: PendingChange, date: Formatted): Described {
  return {
    id: pending.changeId,
    kind: pending.kind,
    created: date(pending.requestedAt),
    change_date: date(pending.dueAt),
    target_package: describeTarget(pending.target),
    target_period: describePeriod(pending.target.period),
  };
}

function describeTarget({ packageId, packageCode }: FrozenTarget): Described {
  return { id: packageId, code: packageCode };
}

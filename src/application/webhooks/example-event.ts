import type { BillingDocument } from '../../domain/billing/billing-document.js';
import { paywayBilling } from '../../domain/catalogue/billing-terms.js';
import type { SoldPeriod } from '../../domain/catalogue/sold-period.js';
import type { EventType } from '../../domain/events/domain-event.js';
import { type OrganisationId, toId } from '../../domain/ids.js';
import type { Currency } from '../../domain/money/money.js';
import { anchorOf } from '../../domain/time/anchor.js';
import { type Instant, type TimeZone, toInstant } from '../../domain/time/instant.js';
import type { DomainEvent, EventSide } from '../../domain/user-product/event-side.js';
import { paidFor } from '../../domain/user-product/paid.js';

type Asked = {
  readonly type: EventType;
  /** Of the event; everything that it tells of has made-up ids. */
  readonly id: string;
  readonly organisationId: OrganisationId;
  readonly now: Instant;
  readonly zone: TimeZone;
  readonly currency: Currency;
};

const month = 30 * 86_400_000;
const price = 10_000;
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller names the sort of id
const madeUp = <Id extends ReturnType<typeof toId>>(last: string): Id =>
  toId<Id>(last.padStart(24, '0'));

/**
 * What an event of that type looks like: one subscription of 100.00 a month that nobody has, by ids that are all noughts
 * but their last digit.
 */
export function exampleEvent(asked: Asked): DomainEvent {
  const { type, id, organisationId, now } = asked;
  const side = sideOf(asked);
  const isBegin = type === 'user_product_created';
  const isOfDocument = type.includes('.');
  return {
    id: toId(id),
    sequence: isBegin ? 1 : 2,
    type,
    occurredAt: now,
    organisationId,
    accountId: madeUp('1'),
    userProductId: madeUp('2'),
    subscriptionId: madeUp('2'),
    changeId: type.startsWith('package_') ? madeUp('3') : null,
    before: isBegin || isOfDocument ? null : side,
    after: side,
    document: isOfDocument ? documentOf(asked) : null,
    settlement: null,
  };
}

function sideOf({ now, zone, currency }: Asked): EventSide {
  const validTo = toInstant(now + month);
  const soldPeriod: SoldPeriod = {
    ...{ periodId: madeUp('4'), type: 'recurring', paymentMethod: 'example', name: null },
    ...{ interval: { unit: 'month', length: 1 }, billing: paywayBilling },
    price: { amountMinor: price, currency },
  };
  return {
    userProduct: {
      ...{ id: madeUp('2'), subscriptionId: madeUp('2'), orderId: null, subscriptionNumber: null },
      ...{ externalStartAt: null, createdFrom: 'api', createdAt: now, updatedAt: now },
      ...{ packageId: madeUp('5'), packageCode: 'example', titleCode: null, soldPeriod },
      ...{ quantity: 1, tierId: null, hasDocuments: false, subscriptionType: 'recurring' },
      ...{ state: 'activated', provisionService: 'tulo', validFrom: now, validTo },
      anchor: anchorOf(now, zone),
      paid: paidFor({ amount: soldPeriod.price, from: now, to: validTo }),
      ...{ cancelledAt: null, cancellation: null, pendingChange: null },
      ...{ version: 1, lastSequence: 1, lastEffectiveAt: now },
    },
    package: { id: madeUp('5'), code: 'example', kind: 'package', name: 'Example', rank: 1 },
  };
}

function documentOf({ type, now, currency }: Asked): BillingDocument {
  const isInvoice = type === 'invoice.created';
  return {
    id: madeUp('6'),
    type: isInvoice ? 'invoice' : 'credit_note',
    sequence: 1,
    ...{ accountId: madeUp('1'), subscriptionId: madeUp('2'), currency },
    references: isInvoice ? null : { invoice: madeUp('7') },
    reason: isInvoice ? null : 'order_change',
    createdAt: now,
    netMinor: price,
    positions: [
      {
        ...{ kind: isInvoice ? 'period' : 'credit', name: 'Example', quantity: 1, share: null },
        ...{ unitPriceMinor: price, netMinor: price, from: now, to: toInstant(now + month) },
        ...{ packageId: madeUp('5'), periodId: madeUp('4'), userProductId: madeUp('2') },
      },
    ],
  };
}

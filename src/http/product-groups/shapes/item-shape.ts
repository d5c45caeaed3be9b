import { z } from 'zod';
import { type Catalogue, packageNameIn } from '../../../domain/catalogue/catalogue.js';
import { intervalText } from '../../../domain/catalogue/period-name.js';
import type { PendingChange } from '../../../domain/user-product/change.js';
import type { UserProduct } from '../../../domain/user-product/user-product.js';
import { utcText, utcTextOrNull } from '../instants.js';
import {
  lastBilledOf,
  nextBillingAt,
  servicePeriodOf,
} from '../../../domain/user-product/billed-periods.js';
import { onFields, onOf, toOnItem } from './item-parts.js';
import { itemStatusOf, itemStatuses } from './item-status.js';
import {
  interval,
  maybeResourceId,
  moneyShape,
  type Printed,
  resourceId,
  toMoneyItem,
  utcInstant,
  version,
} from './scalars.js';

const changeKinds = ['upgrade', 'downgrade', 'change'] as const;

export const itemChangeKind = z.enum(changeKinds).meta({ id: 'ItemChangeKind' });

const pendingShape = z
  .strictObject({
    id: resourceId,
    kind: itemChangeKind,
    ...onFields,
    requestedAt: utcInstant,
    dueAt: utcInstant,
  })
  .meta({ id: 'PendingItemChange', description: 'A change that waits for the end of the period' });

const billingShape = z
  .strictObject({
    documents: z.boolean().meta({ description: 'Whether it is told by invoices of ours' }),
    payInAdvance: z.boolean(),
    billingInterval: interval,
    lastBilledAt: utcInstant.nullable(),
    lastBilledFrom: utcInstant.nullable(),
    lastBilledTo: utcInstant.nullable(),
    nextBillingAt: utcInstant.nullable(),
    paid: moneyShape.meta({ description: 'For the current period' }),
    credited: moneyShape.meta({ description: 'Of it, what was given back' }),
  })
  .meta({ id: 'ItemBilling' });

const periodShape = z
  .strictObject({ from: utcInstant, to: utcInstant.meta({ description: 'Not included' }) })
  .meta({ id: 'ItemPeriod' });

export const itemStatus = z.enum(itemStatuses).meta({ id: 'ItemStatus' });

export const itemShape = z
  .strictObject({
    id: resourceId,
    subscription: resourceId,
    customer: resourceId,
    name: z.string(),
    status: itemStatus,
    type: z.literal('product'),
    ...onFields,
    billing: billingShape,
    currentPeriod: periodShape.nullable(),
    pendingChange: pendingShape.nullable(),
    successor: maybeResourceId.meta({ description: 'What a change made of it' }),
    activatedAt: utcInstant,
    version,
  })
  .meta({ id: 'SubscriptionItem', description: 'What a customer has: one product, on one plan' });

/** What of the catalogue an item is shown with. */
export type ItemCatalogue = Pick<Catalogue, 'packagesById' | 'tiersById' | 'timeZone'>;

/** A user product in the words of this API (docs/spec/product-groups-api.md §4), as of that catalogue. */
export function toItem(product: UserProduct, catalogue: ItemCatalogue): Printed<typeof itemShape> {
  const { pendingChange, endedBy } = product;
  const period = servicePeriodOf(product, catalogue.timeZone);
  return {
    id: product.id,
    subscription: product.subscriptionId,
    customer: product.accountId,
    name: packageNameIn(catalogue, product),
    status: itemStatusOf[product.state],
    type: 'product',
    ...toOnItem(onOf(product), catalogue),
    billing: toBillingItem(product, catalogue),
    currentPeriod: period === null ? null : { from: utcText(period.from), to: utcText(period.to) },
    pendingChange: pendingChange === null ? null : toPendingItem(pendingChange, catalogue),
    successor: endedBy === null ? null : endedBy.successorId,
    activatedAt: utcText(product.validFrom),
    version: product.version,
  };
}

function toBillingItem(
  product: UserProduct,
  { timeZone }: Pick<Catalogue, 'timeZone'>,
): Printed<typeof billingShape> {
  const { paid, soldPeriod } = product;
  const last = lastBilledOf(product, timeZone);
  return {
    documents: product.hasDocuments,
    payInAdvance: soldPeriod.billing.payInAdvance,
    billingInterval: intervalText(soldPeriod.interval),
    lastBilledAt: utcTextOrNull(last?.at ?? null),
    lastBilledFrom: utcTextOrNull(last?.from ?? null),
    lastBilledTo: utcTextOrNull(last?.to ?? null),
    nextBillingAt: utcTextOrNull(nextBillingAt(product)),
    paid: toMoneyItem(paid.amount),
    credited: toMoneyItem({ ...paid.amount, amountMinor: paid.creditedMinor }),
  };
}

function toPendingItem(
  { changeId, kind, target, requestedAt, dueAt }: PendingChange,
  catalogue: ItemCatalogue,
): Printed<typeof pendingShape> {
  return {
    id: changeId,
    kind,
    ...toOnItem(target, catalogue),
    requestedAt: utcText(requestedAt),
    dueAt: utcText(dueAt),
  };
}

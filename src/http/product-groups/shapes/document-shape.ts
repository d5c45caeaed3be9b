import { z } from 'zod';
import {
  type BillingDocument,
  type DocumentPosition,
  numberOf,
} from '../../../domain/billing/billing-document.js';
import { utcText } from '../instants.js';
import {
  currencyCode,
  moneyShape,
  type Printed,
  resourceId,
  toMoneyItem,
  utcInstant,
} from './scalars.js';

export const documentTypes = ['TYPE_INVOICE', 'TYPE_CREDIT_NOTE'] as const;

const shareShape = z
  .strictObject({
    parts: z.int().min(0),
    whole: z.int().min(1),
    unit: z.enum(['day', 'millisecond']).meta({ id: 'ShareUnit' }),
  })
  .meta({ id: 'PositionShare', description: 'Which part of a period a position is of' });

const positionShape = z
  .strictObject({
    name: z.string(),
    quantity: z.int().min(1),
    unitPrice: moneyShape,
    netAmount: moneyShape,
    serviceDateFrom: utcInstant,
    serviceDateTo: utcInstant.meta({ description: 'Not included' }),
    kind: z.enum(['period', 'used', 'credit', 'reinstated']).meta({ id: 'PositionKind' }),
    share: shareShape.nullable(),
    product: resourceId,
    pricePlan: resourceId,
    subscriptionItem: resourceId,
  })
  .meta({ id: 'DocumentPosition', description: 'One line of a document' });

export const documentShape = z
  .strictObject({
    id: resourceId,
    type: z.enum(documentTypes).meta({ id: 'DocumentType' }),
    status: z.enum(['STATUS_FINALIZING', 'STATUS_FINALIZED']).meta({ id: 'DocumentStatus' }),
    number: z.string().nullable(),
    currencyCode,
    customer: resourceId,
    subscription: resourceId,
    referencedInvoice: resourceId.nullable(),
    referencedNumber: z.string().nullable(),
    reason: z.literal('order_change').nullable(),
    creationDate: utcInstant,
    netAmount: moneyShape,
    positions: z.array(positionShape),
  })
  .meta({ id: 'BillingDocument', description: 'An invoice or a credit note' });

/** An invoice or a credit note (docs/spec/product-groups-api.md §4, §6); amounts in minor units. */
export function toDocumentItem(document: BillingDocument): Printed<typeof documentShape> {
  const { currency, references, sequence } = document;
  return {
    id: document.id,
    type: document.type === 'invoice' ? 'TYPE_INVOICE' : 'TYPE_CREDIT_NOTE',
    status: sequence === null ? 'STATUS_FINALIZING' : 'STATUS_FINALIZED',
    number: numberOf(document),
    currencyCode: currency,
    customer: document.accountId,
    subscription: document.subscriptionId,
    referencedInvoice: references !== null && 'invoice' in references ? references.invoice : null,
    referencedNumber: references !== null && 'number' in references ? references.number : null,
    reason: document.reason,
    creationDate: utcText(document.createdAt),
    netAmount: toMoneyItem({ amountMinor: document.netMinor, currency }),
    positions: document.positions.map((it) => toPositionItem(it, currency)),
  };
}

function toPositionItem(
  position: DocumentPosition,
  currency: BillingDocument['currency'],
): Printed<typeof positionShape> {
  const { name, quantity, kind, share, from, to } = position;
  return {
    name,
    quantity,
    unitPrice: toMoneyItem({ amountMinor: position.unitPriceMinor, currency }),
    netAmount: toMoneyItem({ amountMinor: position.netMinor, currency }),
    serviceDateFrom: utcText(from),
    serviceDateTo: utcText(to),
    kind,
    share,
    product: position.packageId,
    pricePlan: position.periodId,
    subscriptionItem: position.userProductId,
  };
}

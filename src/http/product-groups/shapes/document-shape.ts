import { z } from 'zod';
import { currencyCode, maybeResourceId, moneyShape, resourceId, utcInstant } from './scalars.js';

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
    referencedInvoice: maybeResourceId,
    referencedNumber: z.string().nullable(),
    reason: z.literal('order_change').nullable(),
    creationDate: utcInstant,
    netAmount: moneyShape,
    positions: z.array(positionShape),
  })
  .meta({ id: 'BillingDocument', description: 'An invoice or a credit note' });

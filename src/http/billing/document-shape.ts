import { z } from 'zod';

const id = z.string().regex(/^[a-f0-9]{24}$/);
const instant = z.iso.datetime({ offset: true });
const currencyCode = z.string().regex(/^[A-Z]{3}$/);

const amountShape = z
  .strictObject({ amount: z.int(), precision: z.int().min(0), currencyCode })
  .meta({
    id: 'DocumentAmount',
    description: 'A net amount in minor units: 4900 with a `precision` of 2 is 49.00',
  });

const shareShape = z
  .strictObject({
    parts: z.int().min(0),
    whole: z.int().min(1),
    unit: z.enum(['day', 'millisecond']).meta({ id: 'ShareUnit' }),
  })
  .meta({ id: 'DocumentShare', description: 'Which part of a period it is of' });

const positionShape = z
  .strictObject({
    name: z.string(),
    quantity: z.int().min(1),
    unitPrice: amountShape,
    netAmount: amountShape,
    serviceDateFrom: instant,
    serviceDateTo: instant,
    kind: z
      .enum(['period', 'used', 'credit', 'reinstated'])
      .meta({ id: 'DocumentPositionKind', description: 'What the amount is for' }),
    share: shareShape.nullable(),
    product: id,
    pricePlan: id,
    subscriptionItem: id,
  })
  .meta({
    id: 'DocumentPosition',
    description: 'One line of a document; its service ends before `serviceDateTo`',
  });

/** What `describeDocument` says, in whatever dialect (docs/spec/product-groups-api.md §4). */
export const documentShape = z
  .strictObject({
    id,
    type: z.enum(['TYPE_INVOICE', 'TYPE_CREDIT_NOTE']).meta({ id: 'DocumentType' }),
    status: z.enum(['STATUS_FINALIZING', 'STATUS_FINALIZED']).meta({ id: 'DocumentStatus' }),
    number: z.string().nullable().meta({ description: 'Null while it is finalizing' }),
    currencyCode,
    customer: id,
    subscription: id,
    referencedInvoice: id.nullable(),
    referencedNumber: z
      .string()
      .nullable()
      .meta({ description: 'The number of an invoice of another system' }),
    reason: z.literal('order_change').nullable(),
    creationDate: instant,
    netAmount: amountShape,
    positions: z.array(positionShape),
  })
  .meta({ id: 'BillingDocument', description: 'An invoice or a credit note' });

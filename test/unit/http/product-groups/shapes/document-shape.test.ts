import { expect, test } from '@jest/globals';
import type { BillingDocument } from '../../../../../src/domain/billing/billing-document.js';
import {
  documentShape,
  toDocumentItem,
} from '../../../../../src/http/product-groups/shapes/document-shape.js';
import { at } from '../../../../support/domain/at.js';
import { eur } from '../../../../support/domain/build-package.js';
import { idOf } from '../../../../support/domain/id-of.js';

/** docs/spec/product-groups-api.md §5: 10.00 a month left half way, pro rata. */
const creditNote: BillingDocument = {
  id: idOf(1),
  type: 'credit_note',
  sequence: 7,
  accountId: idOf(2),
  subscriptionId: idOf(3),
  currency: eur,
  references: { invoice: idOf(4) },
  reason: 'order_change',
  createdAt: at('2027-04-16T00:00:00+02:00'),
  netMinor: 500,
  positions: [
    {
      kind: 'credit',
      name: 'Starter',
      quantity: 1,
      unitPriceMinor: 1_000,
      netMinor: 500,
      from: at('2027-04-16T00:00:00+02:00'),
      to: at('2027-05-01T00:00:00+02:00'),
      share: { parts: 15, whole: 30, unit: 'day' },
      packageId: idOf(5),
      periodId: idOf(6),
      userProductId: idOf(7),
    },
  ],
};
const cents = (amount: number) => ({ amount, precision: 2, currencyCode: 'EUR' });

test('a credit note names its invoice, and each part of it in minor units', () => {
  const printed = toDocumentItem(creditNote);
  expect(printed).toEqual({
    id: idOf(1),
    type: 'TYPE_CREDIT_NOTE',
    status: 'STATUS_FINALIZED',
    number: 'CN-0000000007',
    currencyCode: 'EUR',
    customer: idOf(2),
    subscription: idOf(3),
    referencedInvoice: idOf(4),
    referencedNumber: null,
    reason: 'order_change',
    creationDate: '2027-04-15T22:00:00+00:00',
    netAmount: cents(500),
    positions: [
      {
        name: 'Starter',
        quantity: 1,
        unitPrice: cents(1_000),
        netAmount: cents(500),
        serviceDateFrom: '2027-04-15T22:00:00+00:00',
        serviceDateTo: '2027-04-30T22:00:00+00:00',
        kind: 'credit',
        share: { parts: 15, whole: 30, unit: 'day' },
        product: idOf(5),
        pricePlan: idOf(6),
        subscriptionItem: idOf(7),
      },
    ],
  });
  expect(documentShape.safeParse(printed).error).toBeUndefined();
});

test('a document without a place in its series has no number yet', () => {
  const printed = toDocumentItem({
    ...creditNote,
    type: 'invoice',
    sequence: null,
    references: null,
  });
  expect(printed).toMatchObject({
    type: 'TYPE_INVOICE',
    status: 'STATUS_FINALIZING',
    number: null,
    referencedInvoice: null,
    referencedNumber: null,
  });
  expect(documentShape.safeParse(printed).error).toBeUndefined();
});

test('an invoice of another system is named by its number', () => {
  expect(toDocumentItem({ ...creditNote, references: { number: 'F-12' } })).toMatchObject({
    referencedInvoice: null,
    referencedNumber: 'F-12',
  });
});

import { expect, test } from '@jest/globals';
import { describeDocument } from '../../../../src/application/billing/describe-document.js';
import type { BillingDocument } from '../../../../src/domain/billing/billing-document.js';
import type { Currency } from '../../../../src/domain/money/money.js';
import { at } from '../../../support/domain/at.js';
import { eur } from '../../../support/domain/build-package.js';
import {
  buildCreditNote,
  buildDocument,
  buildPosition,
} from '../../../support/stored/build-document.js';
import { buildRow } from '../../../support/stored/build-row.js';

const row = buildRow();
const inEuro = (edits: Partial<BillingDocument> = {}) =>
  buildDocument(row, { currency: eur, ...edits });

test('an invoice of 30.00 EUR that waits is told in minor units and in UTC, without a number', () => {
  const april = { from: at('2027-04-01T00:00:00+02:00'), to: at('2027-05-01T00:00:00+02:00') };
  const position = buildPosition(row, { ...april, unitPriceMinor: 3_000, netMinor: 3_000 });
  const invoice = inEuro({ createdAt: at('2027-04-16T00:00:00.250Z'), positions: [position] });
  const thirty = { amount: 3_000, precision: 2, currencyCode: 'EUR' };
  expect(describeDocument(invoice)).toEqual({
    id: invoice.id,
    type: 'TYPE_INVOICE',
    status: 'STATUS_FINALIZING',
    number: null,
    currencyCode: 'EUR',
    customer: row.accountId,
    subscription: row.subscriptionId,
    referencedInvoice: null,
    referencedNumber: null,
    reason: null,
    creationDate: '2027-04-16T00:00:00.250+00:00',
    netAmount: thirty,
    positions: [
      {
        name: 'Package 10',
        quantity: 1,
        unitPrice: thirty,
        netAmount: thirty,
        serviceDateFrom: '2027-03-31T22:00:00+00:00',
        serviceDateTo: '2027-04-30T22:00:00+00:00',
        kind: 'period',
        share: null,
        product: row.packageId,
        pricePlan: row.soldPeriod.periodId,
        subscriptionItem: row.id,
      },
    ],
  });
});

test('a credit note that is numbered names what it credits, and which share of it', () => {
  const invoice = inEuro();
  const note = { ...buildCreditNote(row, invoice, { currency: eur }), sequence: 12 };
  expect(describeDocument(note)).toMatchObject({
    type: 'TYPE_CREDIT_NOTE',
    status: 'STATUS_FINALIZED',
    number: 'CN-0000000012',
    referencedInvoice: invoice.id,
    referencedNumber: null,
    reason: 'order_change',
    positions: [{ kind: 'credit', share: { parts: 15, whole: 30, unit: 'day' } }],
  });
  const elsewhere = { ...note, references: { number: 'A-1' } };
  expect(describeDocument(elsewhere)).toMatchObject({
    referencedInvoice: null,
    referencedNumber: 'A-1',
  });
});

test.each([
  ['JPY', 0],
  ['KWD', 3],
])('the precision of %s is %i', (currency, precision) => {
  const document = inEuro({ currency: currency as Currency });
  expect(describeDocument(document).netAmount).toMatchObject({ precision });
});

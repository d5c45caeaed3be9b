import { describe, expect, test } from '@jest/globals';
import type { NumberedDocument } from '../../../../src/application/ports/billing-document-store.js';
import { readBilling } from '../../../../src/application/verification/read-billing.js';
import type { BillingDocument } from '../../../../src/domain/billing/billing-document.js';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import { at } from '../../../support/domain/at.js';
import {
  buildCreditNote,
  buildDocument,
  buildDocumentEvent,
  buildPosition,
} from '../../../support/stored/build-document.js';
import { documentsIn, entryOf, organisationId, realNow, rowOf } from './installation-of-rows.js';

const april = at('2026-04-01T00:00:00Z');
const invoiceOf = (product: UserProduct, edits: Partial<BillingDocument> = {}) =>
  buildDocument(product, { createdAt: april, ...edits });
const numbered = (documents: readonly BillingDocument[]): readonly NumberedDocument[] =>
  documents.map((it, index) => ({ ...it, sequence: index + 1 }));
const read = (rows: Parameters<typeof readBilling>[2], documents: readonly BillingDocument[]) =>
  readBilling({ documents: documentsIn(numbered(documents)) }, organisationId, rows);

const [first, second] = [rowOf(501), rowOf(502)];
/** A row in which documents wait, told by its events. */
const waitingIn = (row: typeof first, ...documents: readonly BillingDocument[]) => ({
  ...row,
  outbox: documents.map((it) => entryOf(realNow, [buildDocumentEvent(row.product, it)])),
});

describe('What documents say of rows', () => {
  test('is of each row by itself, also where one document speaks of two', async () => {
    const positions = [
      buildPosition(first.product, { kind: 'used' }),
      buildPosition(second.product, { netMinor: 7 }),
    ];
    const both = invoiceOf(second.product, { positions });
    const note = buildCreditNote(first.product, both);
    const { billedOf } = await read([first, second], [both, note]);
    expect(billedOf(first.product.id)).toMatchObject({ charge: null, credits: [{}] });
    expect(billedOf(second.product.id)).toMatchObject({
      charge: { position: { netMinor: 7 } },
      credits: [],
    });
  });

  test('counts what waits in a row as written, and once where it is written by now', async () => {
    const invoice = invoiceOf(first.product);
    const note = buildCreditNote(first.product, invoice);
    const rows = [waitingIn(first, invoice, note, note)];
    for (const written of [[], [invoice, note]]) {
      const { billedOf, repeated } = await read(rows, written);
      const { charge, credits } = billedOf(first.product.id);
      expect([charge?.invoice.id, credits.length, repeated]).toEqual([invoice.id, 1, []]);
    }
  });

  test('finds the invoice that a row names, wherever it is', async () => {
    const invoice = invoiceOf(second.product);
    const paid = { ...first.product.paid, document: { invoice: invoice.id } };
    const row = rowOf(501, { paid });
    for (const [rows, written] of [
      [[row], [invoice]],
      [[waitingIn(row, invoice)], []],
    ] as const) {
      const billing = await read(rows, written);
      expect(billing.invoiceOf(row.product)?.id).toBe(invoice.id);
    }
    expect((await read([row], [])).invoiceOf(row.product)).toBeNull();
    expect((await read([first], [])).invoiceOf(first.product)).toBeNull();
  });
});

describe('A period', () => {
  test('is repeated where another document, or the same one again, invoices just that', async () => {
    const [one, other] = [invoiceOf(first.product), invoiceOf(first.product)];
    const userProductId = first.product.id;
    expect((await read([first], [one, other])).repeated).toEqual([
      { userProductId, from: april, documentIds: [one.id, other.id].toSorted() },
    ]);
    const twice = [buildPosition(first.product), buildPosition(first.product)];
    const document = invoiceOf(first.product, { positions: twice });
    expect((await read([first], [document])).repeated).toEqual([
      { userProductId, from: april, documentIds: [document.id, document.id] },
    ]);
  });

  test('is not repeated by another period, another user product, what was used of it, or a credit note', async () => {
    const invoice = invoiceOf(first.product);
    const others = [
      buildPosition(first.product, { from: at('2026-04-10T00:00:00Z') }),
      buildPosition(first.product, { to: at('2026-04-10T00:00:00Z') }),
      buildPosition(first.product, { kind: 'used' }),
      buildPosition(first.product, { kind: 'reinstated' }),
      buildPosition(second.product),
    ].map((position) => invoiceOf(first.product, { positions: [position] }));
    const positions = [buildPosition(first.product, { kind: 'credit' })];
    const note = buildCreditNote(first.product, invoice, { positions });
    expect((await read([first, second], [invoice, ...others, note])).repeated).toEqual([]);
  });

  test('of a row that is not asked for is none of these', async () => {
    const positions = [
      buildPosition(first.product, { kind: 'used' }),
      buildPosition(second.product),
    ];
    const documents = [1, 2].map(() => invoiceOf(second.product, { positions }));
    expect((await read([first], documents)).repeated).toEqual([]);
    expect((await read([second], documents)).repeated).toHaveLength(1);
  });
});

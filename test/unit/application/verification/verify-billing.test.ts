import { describe, expect, test } from '@jest/globals';
import type { NumberedDocument } from '../../../../src/application/ports/billing-document-store.js';
import type { StoredUserProduct } from '../../../../src/application/ports/user-product-store.js';
import { verifyBilling } from '../../../../src/application/verification/verify-billing.js';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import { at } from '../../../support/domain/at.js';
import { buildDocument, buildPosition } from '../../../support/stored/build-document.js';
import { documentsIn, organisationId, rowOf } from './installation-of-rows.js';

const april = at('2026-04-01T00:00:00Z');
const may = at('2026-05-01T00:00:00Z');
const june = at('2026-06-01T00:00:00Z');

/** A row that was charged 100.00 for a month by an invoice. */
function chargedFrom(from = april, to = may, edits: Partial<UserProduct> = {}) {
  const { product } = rowOf(501);
  const positions = [buildPosition(product, { from, to })];
  const invoice = { ...buildDocument(product, { positions, createdAt: from }), sequence: 1 };
  const paid = { ...product.paid, from, to, document: { invoice: invoice.id } };
  return { row: rowOf(501, { hasDocuments: true, validTo: to, paid, ...edits }), invoice };
}

const { row, invoice } = chargedFrom();
const paidElse = (edits: Partial<UserProduct> = {}) =>
  rowOf(501, {
    ...{ hasDocuments: true, ...edits },
    paid: { ...row.product.paid, amount: { ...row.product.paid.amount, amountMinor: 9_900 } },
  });

const found = (
  page: readonly StoredUserProduct[],
  documents: readonly NumberedDocument[],
  find = (id: string) => page.find((it) => it.product.id === id) ?? null,
) =>
  verifyBilling(
    {
      documents: documentsIn(documents),
      userProducts: { find: (_, id) => Promise.resolve(find(id)) },
    },
    organisationId,
    page,
  );

describe('A living row with documents', () => {
  test('says what they say was paid for it', async () => {
    expect(await found([row], [invoice])).toEqual([]);
  });

  test('is told where it says otherwise, with both', async () => {
    expect(await found([paidElse()], [invoice])).toEqual([
      {
        ...{ organisationId, promise: 'paid_differs' },
        facts: {
          user_product_id: row.product.id,
          document_id: invoice.id,
          ...{ member: 'amount', paid: 9_900, documents: 10_000 },
        },
      },
    ]);
  });

  test('is not asked for what it says once it is over, nor one without documents', async () => {
    const over = [
      paidElse({ state: 'deactivated' }),
      paidElse({ hasDocuments: false }),
      paidElse({ endedBy: {} as never }),
    ];
    for (const it of over) expect(await found([it], [invoice])).toEqual([]);
  });

  test('is told where it was invoiced twice for one period, once, also when it is over', async () => {
    const again = { ...buildDocument(row.product, { createdAt: april }), sequence: 2 };
    const over = rowOf(501, { hasDocuments: true, state: 'deactivated' });
    expect(await found([over], [invoice, again])).toEqual([
      {
        ...{ organisationId, promise: 'period_invoiced_twice' },
        facts: {
          user_product_id: row.product.id,
          document_ids: [invoice.id, again.id].toSorted().join(' '),
          from: '2026-04-01T00:00:00.000Z',
        },
      },
    ]);
  });
});

describe('Beside a gateway that writes', () => {
  const renewed = chargedFrom(may, june, { version: 2 });

  test('a row that was renewed after it was read agrees with its newest invoice', async () => {
    const documents = [invoice, { ...renewed.invoice, sequence: 2 }];
    expect(await found([row], documents)).toHaveLength(1);
    expect(await found([row], documents, () => renewed.row)).toEqual([]);
  });

  test('a fault that was there before is told of the row as it is by now', async () => {
    const moved = paidElse({ version: 2 });
    expect(await found([paidElse()], [invoice], () => moved)).toHaveLength(1);
  });
});

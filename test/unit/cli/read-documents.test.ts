import { describe, expect, test } from '@jest/globals';
import { fileDraft, ids } from './import-file-text.js';
import { faultsOf, parsed } from './parsed-document.js';

const position = {
  ...{ kind: 'credit', name: 'Basic', quantity: 2, unit_price: '4.00', net_amount: '3.50' },
  ...{ from: '2026-04-16T00:00:00Z', to: '2026-05-01T00:00:00Z' },
  share: { parts: 15, whole: 30, unit: 'day' },
  ...{ package_id: ids.package, period_id: ids.period, user_product_id: ids.userProduct },
};
const note = {
  ...{ id: '56e1741a6fc9365306000901', type: 'credit_note', number: 'CN-0000000012' },
  ...{ account_id: ids.account, subscription_id: ids.userProduct, currency: 'EUR' },
  ...{ referenced_invoice: '56e1741a6fc9365306000900', reason: 'order_change' },
  ...{ created_at: '2026-04-16T00:00:00Z', positions: [position, position] },
};
const withDocument = (edits: object) =>
  fileDraft.with('billing_documents', [{ ...note, ...edits }]).text();

describe('The invoices and credit notes of a document', () => {
  test('are read with their numbers, in minor units', () => {
    expect(parsed(fileDraft.text()).documents).toEqual([]);
    const read = {
      ...{ kind: 'credit', name: 'Basic', quantity: 2, unitPriceMinor: 400, netMinor: 350 },
      ...{ from: Date.parse(position.from), to: Date.parse(position.to), share: position.share },
      ...{ packageId: ids.package, periodId: ids.period, userProductId: ids.userProduct },
    };
    expect(parsed(withDocument({})).documents).toEqual([
      {
        ...{ id: note.id, type: 'credit_note', sequence: 12, accountId: ids.account },
        ...{ subscriptionId: ids.userProduct, currency: 'EUR', reason: 'order_change' },
        references: { invoice: note.referenced_invoice },
        ...{ createdAt: Date.parse(note.created_at), netMinor: 700, positions: [read, read] },
      },
    ]);
  });

  test('name an invoice of another system by its number, or none', () => {
    const other = { referenced_invoice: null, referenced_number: 'F-1' };
    expect(parsed(withDocument(other)).documents[0]?.references).toEqual({ number: 'F-1' });
    const none = {
      referenced_invoice: null,
      reason: null,
      type: 'invoice',
      number: 'RE-0000000001',
    };
    expect(parsed(withDocument(none)).documents[0]).toMatchObject({
      ...{ type: 'invoice', sequence: 1, references: null, reason: null },
    });
  });

  test('may have a number beyond ten digits', () => {
    expect(parsed(withDocument({ number: 'CN-12345678901' })).documents[0]?.sequence).toBe(
      12_345_678_901,
    );
  });

  test.each(['RE-0000000012', 'CN-12', 'CN-0000000000', 'CN-00000000012', 'CN-99999999999999999'])(
    'may not have the number %s',
    (number) => {
      expect(faultsOf(withDocument({ number }))).toEqual([
        'billing_documents[0].number: must be a number of that type, such as CN-0000000001',
      ]);
    },
  );

  test.each([
    [{ type: 'receipt' }, 'type: must be one of credit_note, invoice'],
    [{ positions: [] }, 'positions: must be at least 1 long'],
    [
      { type: 'invoice', number: 'RE-0000000001' },
      'referenced_invoice: can only be in a credit note',
    ],
    [{ referenced_number: 'F-1' }, 'referenced_number: can not stand beside an invoice'],
    [
      { positions: [{ ...position, net_amount: '1.001' }] },
      'positions[0].net_amount: must be a decimal number with at most 2 decimals, as a string',
    ],
    [
      { positions: [position, { ...position, net_amount: '90071992547409.91' }] },
      'positions: come to more than an amount can be',
    ],
    [
      { positions: [{ ...position, to: position.from }] },
      'positions[0].to: must be later than from',
    ],
    [
      { positions: [{ ...position, share: { parts: 31, whole: 30, unit: 'day' } }] },
      'positions[0].share.parts: must be at most whole',
    ],
  ])('are told where they are wrong: %#', (edits, problem) => {
    expect(faultsOf(withDocument(edits))).toEqual([`billing_documents[0].${problem}`]);
  });
});

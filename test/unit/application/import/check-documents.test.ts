import { describe, expect, test } from '@jest/globals';
import {
  checkDocuments,
  type DocumentsState,
} from '../../../../src/application/import/check-documents.js';
import type { PaidImport } from '../../../../src/application/import/organisation-import.js';
import type { NumberedDocument } from '../../../../src/application/ports/billing-document-store.js';
import { at } from '../../../support/domain/at.js';
import { idOf } from '../../../support/domain/id-of.js';
import { buildCreditNote, buildDocument } from '../../../support/stored/build-document.js';
import { buildRow } from '../../../support/stored/build-row.js';
import { importedRow, inWords } from './import-rows.js';

const row = buildRow();
const invoice = (sequence: number) => ({ ...buildDocument(row), sequence });
const noteOn = (of: NumberedDocument, sequence: number) => ({
  ...buildCreditNote(row, of),
  sequence,
});
const nothing: DocumentsState = { known: new Map(), last: { invoice: 0, credit_note: 0 } };
const faults = (
  documents: readonly NumberedDocument[],
  state: Partial<DocumentsState> = {},
  elsewhere: readonly string[] = [],
) => {
  const file = { path: '', documents, userProducts: [] };
  return inWords(checkDocuments(file, { ...nothing, ...state }, new Set(elsewhere)));
};
const [first, second, third] = [invoice(1), invoice(2), invoice(3)];

describe('The documents of a file', () => {
  test('may be each series from its first on, in whatever order', () => {
    expect(faults([third, first, noteOn(second, 1), second])).toEqual([]);
  });

  test('may go on after what stands, and be there already', () => {
    const last = { invoice: 2, credit_note: 0 };
    const known = new Map([[second.id, second]]);
    expect(faults([second, third, noteOn(second, 1)], { known, last })).toEqual([]);
  });

  test('may leave no gap, at the beginning or within', () => {
    expect(faults([second])).toEqual([
      'billing_documents[0].number: leaves a gap: the next one is RE-0000000001',
    ]);
    expect(faults([first, noteOn(first, 2), third])).toEqual([
      'billing_documents[1].number: leaves a gap: the next one is CN-0000000001',
      'billing_documents[2].number: leaves a gap: the next one is RE-0000000002',
    ]);
  });

  test('may not have a number that was given to another, or another than they have', () => {
    expect(faults([first], { last: { invoice: 1, credit_note: 0 } })).toEqual([
      'billing_documents[0].number: is the number of another document',
    ]);
    const known = new Map([[second.id, second]]);
    const last = { invoice: 2, credit_note: 0 };
    expect(faults([{ ...second, sequence: 3 }], { known, last })).toEqual([
      'billing_documents[0].number: must be RE-0000000002, which the document has already',
    ]);
  });

  test('may refer to invoices of the file or of what stands, and to any of another system', () => {
    const known = new Map([[first.id, first]]);
    const elsewhere = { ...noteOn(first, 2), references: { number: 'F-1' } };
    expect(faults([noteOn(first, 1), elsewhere], { known })).toEqual([]);
    expect(faults([noteOn(first, 1)])).toEqual([
      'billing_documents[0].referenced_invoice: is no invoice of this file or organisation',
    ]);
    const note = noteOn(first, 1);
    const onNote = { ...noteOn(first, 2), references: { invoice: note.id } };
    expect(faults([note, onNote], { known })).toEqual([
      'billing_documents[1].referenced_invoice: is no invoice of this file or organisation',
    ]);
  });

  test('are there where a user product says to be charged by one', () => {
    const chargedBy = (document: PaidImport['document']) => {
      const from = at('2026-04-01T00:00:00Z');
      const stretch = { currency: null, forMs: null, from, to: null };
      const paid = { amount: '1', credited: '0', document, ...stretch };
      return importedRow({ billing: { hasDocuments: true, paid } });
    };
    const told = (document: PaidImport['document'], known: DocumentsState['known']) => {
      const userProducts = [importedRow(), chargedBy(document)];
      const file = { path: '', documents: [first, noteOn(first, 1)], userProducts };
      return inWords(checkDocuments(file, { ...nothing, known }, new Set()));
    };
    const known = new Map([[second.id, second]]);
    for (const sound of [null, { number: 'A-1' }, { invoice: first.id }, { invoice: second.id }]) {
      expect(told(sound, known)).toEqual([]);
    }
    expect(told({ invoice: second.id }, new Map())).toEqual([
      'user_products[1].billing.paid.document: is no invoice of this file or organisation',
    ]);
  });

  test('may not be another organisation’s', () => {
    expect(faults([{ ...first, id: idOf<never>(9) }], {}, [idOf(9)])).toEqual([
      'billing_documents[0].id: belongs to another organisation',
    ]);
  });
});

import { describe, expect, test } from '@jest/globals';
import type { NumberedDocument } from '../../../../src/application/ports/billing-document-store.js';
import type { Finding } from '../../../../src/application/verification/finding.js';
import { verifyCredits } from '../../../../src/application/verification/verify-credits.js';
import type { BillingDocument } from '../../../../src/domain/billing/billing-document.js';
import { at } from '../../../support/domain/at.js';
import {
  buildCreditNote,
  buildDocument,
  buildPosition,
} from '../../../support/stored/build-document.js';
import { buildRow } from '../../../support/stored/build-row.js';
import { newId } from '../../../support/stored/ids.js';
import { documentsIn, organisationId } from './installation-of-rows.js';

const row = buildRow();
const during = at('2026-04-16T00:00:00Z');

async function found(documents: readonly BillingDocument[], creditNotesAtOnce = 1_000) {
  const findings: Finding[] = [];
  const numbered: NumberedDocument[] = documents.map((it, index) => ({
    ...it,
    sequence: index + 1,
  }));
  const deps = { documents: documentsIn(numbered), creditNotesAtOnce };
  await verifyCredits(deps, organisationId, (it) => findings.push(it));
  return findings.map(({ promise, facts }) => [promise, ...Object.values(facts)].join(' '));
}
const noteOf = (
  invoice: BillingDocument,
  netMinor: number,
  { product = row, from = during } = {},
) =>
  buildCreditNote(product, invoice, {
    positions: [buildPosition(product, { kind: 'credit', netMinor, from })],
  });

describe('What credit notes give back', () => {
  const invoice = buildDocument(row);

  test('may come to the whole of a position, in parts, and not to more: 60.00 and 40.01 of 100.00', async () => {
    const [first, whole, more] = [6_000, 4_000, 4_001].map((it) => noteOf(invoice, it));
    if (!first || !whole || !more) throw new Error('there are three');
    expect(await found([invoice, first, whole])).toEqual([]);
    expect(await found([invoice, first, more])).toEqual([
      `credited_too_much ${more.id} ${invoice.id} 10001 10000`,
    ]);
  });

  test('is counted for each invoice, in however many passes', async () => {
    const invoices = Array.from({ length: 7 }, () => buildDocument(row));
    const notes = invoices.flatMap((it) => [noteOf(it, 10_000), noteOf(it, 1)]);
    expect(await found([...invoices, ...notes], 3)).toHaveLength(7);
    expect(await found([...invoices, ...notes.filter((_, index) => index % 2 === 0)], 3)).toEqual(
      [],
    );
  });

  test('is counted for each position: the used part of an old period is not what the new one is worth', async () => {
    const next = buildRow();
    const mixed = buildDocument(next, {
      positions: [
        buildPosition(row, { kind: 'used', netMinor: 9_000 }),
        buildPosition(next, { netMinor: 2_000 }),
      ],
    });
    expect(await found([mixed, noteOf(mixed, 2_000, { product: next })])).toEqual([]);
    const note = noteOf(mixed, 2_001, { product: next });
    expect(await found([mixed, note])).toEqual([
      `credited_too_much ${note.id} ${mixed.id} 2001 2000`,
    ]);
  });

  test('is of the period that it lies in, where an invoice has two of one user product', async () => {
    const may = { from: at('2026-05-01T00:00:00Z'), to: at('2026-06-01T00:00:00Z') };
    const both = buildDocument(row, {
      positions: [buildPosition(row), buildPosition(row, { ...may, netMinor: 3_000 })],
    });
    const note = noteOf(both, 3_001, { from: at('2026-05-10T00:00:00Z') });
    expect(await found([both, note])).toEqual([
      `credited_too_much ${note.id} ${both.id} 3001 3000`,
    ]);
  });

  test('is of what an invoice has, where its value was carried over to another user product', async () => {
    const carried = buildRow();
    expect(await found([invoice, noteOf(invoice, 10_000, { product: carried })])).toEqual([]);
    const note = noteOf(invoice, 10_001, { product: carried });
    expect(await found([invoice, note])).toHaveLength(1);
  });

  test('is nothing of what was not invoiced before it begins', async () => {
    const note = noteOf(invoice, 1, { from: at('2026-03-01T00:00:00Z') });
    expect(await found([invoice, note])).toEqual([
      `credited_too_much ${note.id} ${invoice.id} 1 0`,
    ]);
  });

  test('of an invoice of another system is not known, and one of ours that is gone is lost', async () => {
    const elsewhere = { ...noteOf(invoice, 99_999), references: { number: 'A-1' } };
    expect(await found([elsewhere, { ...elsewhere, id: newId(), references: null }])).toEqual([]);
    const note = noteOf(invoice, 1);
    expect(await found([note])).toEqual([`document_lost ${note.id} ${invoice.id}`]);
  });
});

import { describe, expect, test } from '@jest/globals';
import type { BillingDocument } from '../../../../src/domain/billing/billing-document.js';
import {
  billedWith,
  isInAdvance,
  nothingBilled,
} from '../../../../src/domain/user-product/billed-so-far.js';
import { at } from '../../../support/domain/at.js';
import {
  buildCreditNote,
  buildDocument,
  buildPosition,
} from '../../../support/stored/build-document.js';
import { buildRow } from '../../../support/stored/build-row.js';

const row = buildRow();
const [april, may, june] = ['04', '05', '06'].map((it) => at(`2026-${it}-01T00:00:00Z`));
if (april === undefined || may === undefined || june === undefined) throw new Error('three');
const first = buildDocument(row, { createdAt: april });
const second = buildDocument(row, {
  createdAt: may,
  positions: [buildPosition(row, { from: may, to: june })],
});
const billedBy = (...documents: readonly BillingDocument[]) =>
  documents.reduce((billed, it) => billedWith(billed, it, row.id), nothingBilled);

describe('What documents tell of a user product', () => {
  test('is its newest charge, in whatever order they are read', () => {
    for (const read of [
      [first, second],
      [second, first],
    ]) {
      const { charge } = billedBy(...read);
      expect([charge?.invoice.id, charge?.position.from]).toEqual([second.id, may]);
    }
  });

  test('is the first of two charges at one instant, in whatever order they are read', () => {
    const numbered = { ...first, sequence: 7 };
    const again = { ...first, id: second.id, sequence: 8 };
    const waiting = { ...again, sequence: null };
    for (const other of [again, waiting]) {
      expect(billedBy(numbered, other).charge?.invoice).toEqual(numbered);
      expect(billedBy(other, numbered).charge?.invoice).toEqual(numbered);
    }
  });

  test('is no charge of another user product on the same invoice, and none where there is no own', () => {
    const other = buildRow();
    const positions = [buildPosition(other), buildPosition(row, { netMinor: 1 })];
    expect(billedBy({ ...first, positions }).charge?.position.netMinor).toBe(1);
    expect(billedBy({ ...first, positions: [buildPosition(other)] })).toEqual(nothingBilled);
  });

  test('is each credit of it, with the invoice that it is given back of', () => {
    const notes = [first, second].map((it) => buildCreditNote(row, it));
    const { charge, credits } = billedBy(...notes);
    expect(charge).toBeNull();
    expect(credits).toEqual([
      { references: { invoice: first.id }, netMinor: 5_000 },
      { references: { invoice: second.id }, netMinor: 5_000 },
    ]);
  });
});

describe('A position charges in advance', () => {
  test.each([
    ['a period that begins as it is invoiced', 'period', april, true],
    ['one that has just ended', 'period', may, false],
    ['what was used', 'used', april, false],
    ['the rest of a period after an undo', 'reinstated', may, true],
  ] as const)('or not: %s', (...[, kind, createdAt, expected]) => {
    expect(isInAdvance({ kind, to: may }, { createdAt })).toBe(expected);
  });
});

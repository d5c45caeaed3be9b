import { describe, expect, test } from '@jest/globals';
import type { BillingDocument } from '../../../../src/domain/billing/billing-document.js';
import {
  billedWith,
  type BilledSoFar,
  nothingBilled,
} from '../../../../src/domain/user-product/billed-so-far.js';
import type { Paid } from '../../../../src/domain/user-product/paid.js';
import { paidDifferenceOf } from '../../../../src/domain/user-product/paid-difference.js';
import { at } from '../../../support/domain/at.js';
import { eur, money } from '../../../support/domain/build-package.js';
import {
  buildCreditNote,
  buildDocument,
  buildPosition,
} from '../../../support/stored/build-document.js';
import { buildRow } from '../../../support/stored/build-row.js';
import { newId } from '../../../support/stored/ids.js';

/** 100.00 for April, charged by this invoice. */
const bare = buildRow({ hasDocuments: true });
const invoice = buildDocument(bare, { createdAt: at('2026-04-01T00:00:00Z') });
const byInvoice = { ...bare.paid, document: { invoice: invoice.id } };
const billedBy = (...documents: readonly BillingDocument[]): BilledSoFar =>
  documents.reduce((billed, it) => billedWith(billed, it, bare.id), nothingBilled);
const noteOver = (netMinor: number, of = invoice, edits: Partial<BillingDocument> = {}) =>
  buildCreditNote(bare, of, {
    positions: [buildPosition(bare, { kind: 'credit', netMinor })],
    ...edits,
  });

type Case = {
  readonly paid?: Partial<Paid>;
  readonly createdFrom?: 'api' | 'import' | 'undo' | 'upgrade';
  readonly accountId?: typeof bare.accountId;
  readonly billed?: BilledSoFar;
  readonly found?: BillingDocument | null;
};
/** Of the row as it was sold, where a case says nothing else. */
const differenceOf = ({ paid, createdFrom = 'api', billed = billedBy(invoice), ...given }: Case) =>
  paidDifferenceOf(
    { accountId: given.accountId ?? bare.accountId, createdFrom, paid: { ...byInvoice, ...paid } },
    billed,
    given.found === undefined ? invoice : given.found,
  );

describe('What a user product says was paid, and its own charge', () => {
  test('agree as it was sold, and after an edit of its dates', () => {
    expect(differenceOf({})).toBeNull();
    expect(differenceOf({ found: null })).toBeNull();
    const [from, to] = [at('2026-04-10T00:00:00Z'), at('2026-07-01T00:00:00Z')];
    expect(differenceOf({ paid: { from, to } })).toBeNull();
  });

  test.each<[string, Case, object]>([
    [
      'another amount: 20.00 where the invoice charges 100.00',
      { paid: { amount: money(2_000) } },
      { member: 'amount', paid: 2_000, documents: 10_000 },
    ],
    ['nothing', { paid: { amount: money(0) } }, { member: 'amount', paid: 0, documents: 10_000 }],
    [
      'another currency',
      { paid: { amount: money(10_000, eur) } },
      { member: 'currency', paid: 'EUR', documents: 'SEK' },
    ],
    [
      'no invoice',
      { paid: { document: null } },
      { member: 'document', document: 'none', paid: 'none', documents: invoice.id },
    ],
    [
      'one of another system',
      { paid: { document: { number: 'F-1' } } },
      { member: 'document', paid: 'F-1', documents: invoice.id },
    ],
    [
      'more given back than a credit note says',
      { paid: { creditedMinor: 1 }, billed: billedBy(invoice) },
      { member: 'credited', document: invoice.id, paid: 1, documents: 0 },
    ],
    [
      'less given back than credit notes say',
      { paid: { creditedMinor: 300 }, billed: billedBy(invoice, noteOver(300), noteOver(50)) },
      { member: 'credited', paid: 300, documents: 350 },
    ],
  ])('differ by %s', (_, given, expected) => {
    expect(differenceOf(given)).toMatchObject(expected);
  });

  test('differ by the invoice, where a newer one has charged it since', () => {
    const newer = buildDocument(bare, {
      createdAt: at('2026-05-01T00:00:00Z'),
      positions: [buildPosition(bare, { to: at('2026-06-01T00:00:00Z') })],
    });
    expect(differenceOf({ billed: billedBy(newer, invoice) })).toMatchObject({
      member: 'document',
      paid: invoice.id,
      documents: newer.id,
    });
  });

  test('agree where just that was given back of this invoice; of another one is no matter', () => {
    const another = buildDocument(bare);
    const billed = billedBy(invoice, noteOver(300), noteOver(77, another));
    expect(differenceOf({ paid: { creditedMinor: 300 }, billed })).toBeNull();
  });
});

describe('What was paid for another of its chain', () => {
  const inherited = { createdFrom: 'upgrade', billed: nothingBilled } as const;

  test('agrees with an invoice that is there, whatever became of its value', () => {
    expect(differenceOf({ ...inherited, paid: { amount: money(70_000) } })).toBeNull();
    expect(differenceOf({ ...inherited, createdFrom: 'undo' })).toBeNull();
    expect(differenceOf({ ...inherited, paid: { creditedMinor: 300 } })).toBeNull();
  });

  test.each<[string, BillingDocument | null]>([
    ['is not there', null],
    ['is another customer’s', { ...invoice, accountId: newId() }],
    [
      'charges nothing in advance',
      buildDocument(bare, { positions: [buildPosition(bare, { kind: 'used' })] }),
    ],
  ])('differs where its invoice %s', (_, found) => {
    expect(differenceOf({ ...inherited, found })).toEqual({
      member: 'document',
      document: invoice.id,
      paid: invoice.id,
      documents: 'none',
    });
  });

  test('differs in another currency, and where more was given back than it says', () => {
    const amount = money(10_000, eur);
    expect(differenceOf({ ...inherited, paid: { amount } })).toMatchObject({ member: 'currency' });
    expect(differenceOf({ ...inherited, billed: billedBy(noteOver(300)) })).toMatchObject({
      member: 'credited',
      paid: 0,
      documents: 300,
    });
  });
});

describe('What cannot be compared', () => {
  test('is what another system has charged, or nobody known', () => {
    const unknown = { billed: nothingBilled, found: null };
    for (const document of [null, { number: 'F-1' }]) {
      for (const createdFrom of ['import', 'upgrade', 'undo'] as const) {
        expect(differenceOf({ ...unknown, createdFrom, paid: { document } })).toBeNull();
      }
      // Older invoices came along with it.
      expect(differenceOf({ createdFrom: 'import', paid: { document } })).toBeNull();
    }
  });

  test('is nothing: in arrears, at a price of 0, and imported as worth nothing', () => {
    const paid = { amount: money(0), document: null };
    expect(differenceOf({ paid })).toBeNull();
    expect(differenceOf({ paid: { amount: money(0) }, createdFrom: 'import' })).toBeNull();
  });

  test('but what we gave back of another system’s invoice is known', () => {
    const references = { number: 'F-1' };
    const billed = billedBy(noteOver(300, invoice, { references }));
    const given = { createdFrom: 'import', billed, found: null } as const;
    expect(differenceOf({ ...given, paid: { document: references } })).toMatchObject({
      member: 'credited',
      paid: 0,
      documents: 300,
    });
    const paid = { document: references, creditedMinor: 300 };
    expect(differenceOf({ ...given, paid })).toBeNull();
  });
});

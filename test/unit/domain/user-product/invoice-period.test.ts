import { describe, expect, test } from '@jest/globals';
import { paywayBilling } from '../../../../src/domain/catalogue/billing-terms.js';
import { makeCatalogue } from '../../../../src/domain/catalogue/catalogue.js';
import {
  chargedBy,
  inAdvance,
  inArrears,
  invoiceBoundary,
} from '../../../../src/domain/user-product/invoice-period.js';
import { paidForSold } from '../../../../src/domain/user-product/paid.js';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import { at, utc } from '../../../support/domain/at.js';
import { buildPackage, buildPeriod, eur, money } from '../../../support/domain/build-package.js';
import { buildUserProduct } from '../../../support/domain/build-user-product.js';
import { countingIds } from '../../../support/domain/id-of.js';

const arrears = { ...paywayBilling, payInAdvance: false };
const starter = buildPackage({
  number: 100,
  periods: [buildPeriod({ number: 101, price: money(1_000, eur) })],
});
const starterLater = buildPackage({
  number: 100,
  periods: [buildPeriod({ number: 101, price: money(1_000, eur), billing: arrears })],
});
const pro = buildPackage({
  number: 200,
  periods: [buildPeriod({ number: 201, price: money(3_000, eur) })],
});
const proLater = buildPackage({
  number: 200,
  periods: [buildPeriod({ number: 201, price: money(3_000, eur), billing: arrears })],
});
const free = buildPackage({
  number: 300,
  periods: [buildPeriod({ number: 301, price: money(0, eur) })],
});
const [april, may, june] = [
  at('2026-04-01T00:00:00Z'),
  at('2026-05-01T00:00:00Z'),
  at('2026-06-01T00:00:00Z'),
];

const firstDocument = countingIds().nextDocumentId();

/** With documents, from and to the first of a month, paid as its period says. */
function rowOf(pack: typeof starter, from = april, edits: Partial<UserProduct> = {}): UserProduct {
  const to = from === april ? may : june;
  const row = buildUserProduct(pack, {
    ...{ hasDocuments: true, validFrom: from, validTo: to },
    ...edits,
  });
  return { ...row, paid: paidForSold(row, { from, to }) };
}
const boundary = (ended: UserProduct | null, begun: UserProduct | null) =>
  invoiceBoundary(
    {
      at: may,
      catalogue: makeCatalogue({ timeZone: utc, currency: eur, packages: [starter, pro, free] }),
      ids: countingIds(),
    },
    { ended, begun },
  );
const linesOf = (ended: UserProduct | null, begun: UserProduct | null) =>
  boundary(ended, begun).invoice?.positions.map((it) => [it.netMinor, it.from, it.to]) ?? null;

describe('The invoice of a boundary', () => {
  test('from 10.00 EUR in arrears to 30.00 in advance is of 40.00: both periods', () => {
    const { invoice } = boundary(rowOf(starterLater), rowOf(pro, may));
    expect(invoice).toMatchObject({
      id: firstDocument,
      createdAt: may,
      netMinor: 4_000,
      positions: [
        { kind: 'period', netMinor: 1_000, from: april, to: may, packageId: starter.id },
        { kind: 'period', netMinor: 3_000, from: may, to: june, packageId: pro.id },
      ],
    });
  });

  test.each([
    ['advance', starter, 'advance', pro, [[3_000, may, june]]],
    ['advance', starter, 'arrears', proLater, null],
    ['arrears', starterLater, 'arrears', proLater, [[1_000, april, may]]],
    ['advance', starter, 'advance of 0', free, null],
  ] as const)('from %s to %s', (...[, ended, , begun, lines]) => {
    expect(linesOf(rowOf(ended), rowOf(begun, may))).toEqual(lines);
  });

  test('of what begins here is of its first period in advance', () => {
    expect(linesOf(null, rowOf(starter))).toEqual([[1_000, april, may]]);
    expect(linesOf(null, rowOf(starterLater))).toBeNull();
  });

  test('of what ends is of its last period in arrears', () => {
    expect(linesOf(rowOf(starterLater), null)).toEqual([[1_000, april, may]]);
    expect(linesOf(rowOf(starter), null)).toBeNull();
  });

  test('is none where no documents are made for it', () => {
    const without = { hasDocuments: false };
    const begun = rowOf(pro, may, without);
    expect(boundary(rowOf(starterLater, april, without), begun)).toEqual({ invoice: null, begun });
    expect(linesOf(null, begun)).toBeNull();
  });

  test('is kept by what begins, where it is of its period', () => {
    const charged = boundary(rowOf(starter), rowOf(pro, may));
    expect(charged.begun?.paid.document).toEqual({ invoice: firstDocument });
    const later = boundary(rowOf(starterLater), rowOf(proLater, may));
    expect(later.invoice).not.toBeNull();
    expect(later.begun?.paid.document).toBeNull();
  });
});

describe('What is charged by an invoice', () => {
  const { invoice } = boundary(null, rowOf(starter));

  test('is a period that is paid in advance, and not for nothing', () => {
    expect(chargedBy(rowOf(pro, may), invoice).paid.document).toEqual({ invoice: firstDocument });
    for (const row of [rowOf(proLater, may), rowOf(free, may)]) {
      expect(chargedBy(row, invoice)).toEqual(row);
    }
  });

  test('is nothing where there is none', () => {
    expect(chargedBy(rowOf(pro, may), null)).toEqual(rowOf(pro, may));
  });
});

describe('What is to be paid', () => {
  test('in arrears is the price of the quantity, for the period up to the end: 3 × 3.33', () => {
    const sold = { ...rowOf(starterLater).soldPeriod, price: money(333, eur) };
    const row = rowOf(starterLater, april, { soldPeriod: sold, quantity: 3, validTo: june });
    expect(inArrears(row, utc)).toEqual([
      { kind: 'period', of: row, amount: money(999, eur), from: may, to: june, share: null },
    ]);
    expect(inArrears(rowOf(starter), utc)).toEqual([]);
  });

  test('in advance is what was paid for the stretch that was sold', () => {
    const row = rowOf(pro, may, { quantity: 2 });
    expect(inAdvance(row)).toEqual([
      { kind: 'period', of: row, amount: money(6_000, eur), from: may, to: june, share: null },
    ]);
    expect(inAdvance(rowOf(proLater, may))).toEqual([]);
  });
});

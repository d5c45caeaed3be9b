import { describe, expect, test } from '@jest/globals';
import { makeCatalogue } from '../../../../src/domain/catalogue/catalogue.js';
import type { Package } from '../../../../src/domain/catalogue/package.js';
import {
  documentEffects,
  type DocumentLine,
  makeDocument,
  makeInvoice,
} from '../../../../src/domain/user-product/document-lines.js';
import { at, utc } from '../../../support/domain/at.js';
import { buildPackage, buildPeriod, eur, money } from '../../../support/domain/build-package.js';
import { buildUserProduct } from '../../../support/domain/build-user-product.js';
import { countingIds, idOf } from '../../../support/domain/id-of.js';

const seats = buildPackage({
  number: 100,
  name: 'Seats',
  periods: [buildPeriod({ number: 101, price: money(333, eur) })],
});
const [april, may] = [at('2026-04-01T00:00:00Z'), at('2026-05-01T00:00:00Z')];
const now = at('2026-04-16T00:00:00Z');
const row = buildUserProduct(seats, { quantity: 3 });
const firstDocument = countingIds().nextDocumentId();
const lineOf = (amountMinor: number, edits: Partial<DocumentLine> = {}): DocumentLine => ({
  kind: 'period',
  of: row,
  amount: money(amountMinor, eur),
  from: april,
  to: may,
  share: null,
  ...edits,
});
const frameOf = (packages: readonly Package[] = [seats]) => ({
  at: now,
  catalogue: makeCatalogue({ timeZone: utc, currency: eur, packages }),
  ids: countingIds(),
});

describe('An invoice', () => {
  test('of 3 units at 3.33 EUR is of 9.99 EUR, and has no number yet', () => {
    expect(makeInvoice(frameOf(), [lineOf(999)])).toEqual({
      id: firstDocument,
      type: 'invoice',
      sequence: null,
      accountId: row.accountId,
      subscriptionId: row.subscriptionId,
      currency: 'EUR',
      references: null,
      reason: null,
      createdAt: now,
      netMinor: 999,
      positions: [
        {
          kind: 'period',
          name: 'Seats',
          quantity: 3,
          unitPriceMinor: 333,
          netMinor: 999,
          from: april,
          to: may,
          share: null,
          packageId: seats.id,
          periodId: idOf(101),
          userProductId: row.id,
        },
      ],
    });
  });

  test('is of the sum of its lines, without those of 0', () => {
    const share = { parts: 15, whole: 30, unit: 'day' } as const;
    const lines = [lineOf(0), lineOf(500, { kind: 'used', to: now, share }), lineOf(3_000)];
    const invoice = makeInvoice(frameOf(), lines);
    expect(invoice?.netMinor).toBe(3_500);
    expect(invoice?.positions).toMatchObject([
      { kind: 'used', netMinor: 500, from: april, to: now, share },
      { kind: 'period', netMinor: 3_000, from: april, to: may, share: null },
    ]);
  });

  test('is none, and takes no id, where nothing is left of its lines', () => {
    const frame = frameOf();
    expect(makeInvoice(frame, [])).toBeNull();
    expect(makeInvoice(frame, [lineOf(0)])).toBeNull();
    expect(frame.ids.nextDocumentId()).toBe(firstDocument);
  });

  test('names a package that is gone by its code', () => {
    expect(makeInvoice(frameOf([]), [lineOf(999)])?.positions[0]?.name).toBe(seats.code);
  });
});

test('A credit note says which invoice it gives back of, and why', () => {
  const references = { number: 'RE-0000000001' };
  const head = { type: 'credit_note', reason: 'order_change', references } as const;
  const share = { parts: 14, whole: 31, unit: 'day' } as const;
  const credit = lineOf(451, { kind: 'credit', from: now, share });
  expect(makeDocument(frameOf(), head, [credit])).toMatchObject({
    ...head,
    netMinor: 451,
    positions: [{ kind: 'credit', netMinor: 451, from: now, to: may, share }],
  });
});

describe('A document that is made', () => {
  const changeId = idOf<NonNullable<Parameters<typeof documentEffects>[2]>>(800);

  test.each([
    ['invoice', 'invoice.created'],
    ['credit_note', 'credit_note.created'],
  ] as const)('is told of a row that it does not move: %s', (type, told) => {
    const head = { type, reason: null, references: null };
    const document = makeDocument(frameOf(), head, [lineOf(999)]);
    expect(documentEffects(document, row, changeId)).toEqual([
      { type: told, changeId, before: row, after: row, document },
    ]);
  });

  test('is not told where none is', () => {
    expect(documentEffects(null, row, changeId)).toEqual([]);
  });
});

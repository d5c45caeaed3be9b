import { describe, expect, test } from '@jest/globals';
import { paywayBilling } from '../../../../src/domain/catalogue/billing-terms.js';
import { makeCatalogue } from '../../../../src/domain/catalogue/catalogue.js';
import type { Package } from '../../../../src/domain/catalogue/package.js';
import type { ChangeOrder } from '../../../../src/domain/change/change-order.js';
import type { SettledParts } from '../../../../src/domain/change/change-decision.js';
import { documentsOfChange } from '../../../../src/domain/change/documents-of-change.js';
import { type DocumentId, toClientId } from '../../../../src/domain/ids.js';
import { paidForSold } from '../../../../src/domain/user-product/paid.js';
import { successorOf } from '../../../../src/domain/user-product/successor-of.js';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import { at, utc } from '../../../support/domain/at.js';
import { buildPackage, buildPeriod, eur, money } from '../../../support/domain/build-package.js';
import { buildPending, buildUserProduct } from '../../../support/domain/build-user-product.js';
import { countingIds, idOf } from '../../../support/domain/id-of.js';
import { changeId } from './change-orders.js';

const arrears = { ...paywayBilling, payInAdvance: false };
const starter = buildPackage({
  number: 100,
  name: 'Starter',
  periods: [buildPeriod({ number: 101, price: money(1_000, eur) })],
});
const planOf = (billing = paywayBilling) =>
  buildPackage({
    ...{ number: 200, name: 'Pro' },
    periods: [buildPeriod({ number: 201, price: money(3_000, eur), billing })],
  });
const catalogue = makeCatalogue({ timeZone: utc, currency: eur, packages: [starter, planOf()] });
const [april, may] = [at('2026-04-01T00:00:00Z'), at('2026-05-01T00:00:00Z')];
const now = at('2026-04-16T00:00:00Z');
const validTo = at('2026-05-16T00:00:00Z');
const half = { parts: 15, whole: 30, unit: 'day' } as const;
const charging = { invoice: idOf<DocumentId>(1_900) };

/** What of April is given back and still owed, half of it left. */
const partsOf = (credit: number, used: number): SettledParts => ({
  credit: { amount: money(credit, eur), from: now, to: may, share: half },
  used: { amount: money(used, eur), from: april, to: now, share: half },
});

type Case = {
  readonly parts: SettledParts | null;
  readonly target?: Package;
  readonly renewedAtOnce?: boolean;
  readonly product?: Partial<UserProduct>;
};

function caused({ parts, target: pack = planOf(), renewedAtOnce = false, product = {} }: Case) {
  const row = buildUserProduct(starter, { hasDocuments: true, ...product });
  const { target } = buildPending(pack);
  const sold = { soldPeriod: target.period, quantity: 1 };
  const paid = paidForSold(sold, { from: now, to: validTo });
  const next = { validTo, anchor: { at: now, billingDay: 16 }, paid, renewedAtOnce };
  const ids = countingIds();
  const begun = { id: ids.successorId, kind: 'upgrade', target, at: now, next } as const;
  const nothing = money(0, eur);
  const order: ChangeOrder = {
    ...{ changeId, requestedBy: toClientId('demo'), sendsCreditNote: false, catalogue, ids, now },
    product:
      row.paid.document === null ? { ...row, paid: { ...row.paid, document: charging } } : row,
    decision: {
      ...{ kind: 'upgrade', behaviour: 'group', rule: 'position_higher', requirements: [] },
      ...{ timing: 'immediately', effectiveAt: now, target, next, parts },
      amounts: { valueLeft: nothing, valueCarried: nothing, nextRenewal: null, settlement: null },
    },
  };
  const successor = successorOf(order.product, begun, catalogue);
  return { ...documentsOfChange(order, successor), begun: successor };
}

describe('The documents of a change at once', () => {
  test('10.00 EUR a month, half of it left, to 30.00: a credit note of 5.00, an invoice of 30.00', () => {
    const { creditNote, invoice } = caused({ parts: partsOf(500, 0) });
    expect(creditNote).toMatchObject({
      type: 'credit_note',
      reason: 'order_change',
      references: charging,
      createdAt: now,
      currency: 'EUR',
      netMinor: 500,
      positions: [
        { kind: 'credit', name: 'Starter', netMinor: 500, from: now, to: may, share: half },
      ],
    });
    expect(invoice).toMatchObject({
      type: 'invoice',
      reason: null,
      references: null,
      createdAt: now,
      netMinor: 3_000,
      positions: [
        { kind: 'period', name: 'Pro', netMinor: 3_000, from: now, to: validTo, share: null },
      ],
    });
  });

  test('are of the one before and of the one that begins, each under its own id', () => {
    const { creditNote, invoice, begun } = caused({ parts: partsOf(500, 0) });
    const ids = countingIds();
    expect(creditNote?.positions[0]?.userProductId).toBe(idOf(500));
    expect(invoice?.positions[0]?.userProductId).toBe(begun.id);
    expect(new Set([creditNote?.id, invoice?.id])).toEqual(
      new Set([ids.nextDocumentId(), ids.nextDocumentId()]),
    );
  });

  test('from arrears are one invoice: 35.00 of 5.00 used and 30.00 in advance', () => {
    const { creditNote, invoice } = caused({ parts: partsOf(0, 500) });
    expect(creditNote).toBeNull();
    expect(invoice).toMatchObject({
      netMinor: 3_500,
      positions: [
        { kind: 'used', name: 'Starter', netMinor: 500, from: april, to: now, share: half },
        { kind: 'period', name: 'Pro', netMinor: 3_000 },
      ],
    });
  });

  test('from arrears to arrears are an invoice of what was used, which charges nothing that begins', () => {
    const { creditNote, invoice, successor } = caused({
      parts: partsOf(0, 500),
      target: planOf(arrears),
    });
    expect(creditNote).toBeNull();
    expect(invoice?.netMinor).toBe(500);
    expect(successor.paid.document).toBeNull();
  });

  test('from advance to arrears are a credit note alone', () => {
    const { creditNote, invoice, successor } = caused({
      parts: partsOf(500, 0),
      target: planOf(arrears),
    });
    expect(creditNote?.netMinor).toBe(500);
    expect(invoice).toBeNull();
    expect(successor.paid.document).toBeNull();
  });

  test('without a credit are an invoice alone, and what begins says that it was charged by it', () => {
    const { creditNote, invoice, successor, begun } = caused({ parts: partsOf(0, 0) });
    expect(creditNote).toBeNull();
    expect(invoice?.netMinor).toBe(3_000);
    const document = { invoice: invoice?.id };
    expect(successor).toEqual({ ...begun, paid: { ...begun.paid, document } });
  });

  test('refer to an invoice of another system by its number', () => {
    const row = buildUserProduct(starter);
    const document = { number: 'old 17' };
    const { creditNote } = caused({
      parts: partsOf(500, 0),
      product: { paid: { ...row.paid, document } },
    });
    expect(creditNote?.references).toEqual(document);
  });

  test('are none where no documents are made for the subscription', () => {
    const { begun, ...made } = caused({
      parts: partsOf(500, 0),
      product: { hasDocuments: false },
    });
    expect(made).toEqual({ creditNote: null, invoice: null, successor: begun });
  });
});

describe('A change whose value became time', () => {
  test('causes none, and was charged by the invoice of before', () => {
    const { begun, ...made } = caused({ parts: null });
    const paid = { ...begun.paid, document: charging };
    expect(made).toEqual({ creditNote: null, invoice: null, successor: { ...begun, paid } });
  });

  test('is invoiced where nothing was left, so that it was renewed at once', () => {
    const { creditNote, invoice, successor } = caused({ parts: null, renewedAtOnce: true });
    expect(creditNote).toBeNull();
    expect(invoice).toMatchObject({ netMinor: 3_000, positions: [{ kind: 'period' }] });
    expect(successor.paid.document).toEqual({ invoice: invoice?.id });
  });
});

import { describe, expect, test } from '@jest/globals';
import type { BillingTerms } from '../../../../src/domain/catalogue/billing-terms.js';
import { changeAtOnce } from '../../../../src/domain/change/change-at-once.js';
import { decideChange } from '../../../../src/domain/change/decide-change.js';
import { groupPolicy } from '../../../../src/domain/change/product-groups/group-policy.js';
import { undoneDocuments } from '../../../../src/domain/change/undone-documents.js';
import {
  type ChangeId,
  type DocumentId,
  type UserProductId,
  toClientId,
} from '../../../../src/domain/ids.js';
import type { EndedBy } from '../../../../src/domain/user-product/change.js';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import { at } from '../../../support/domain/at.js';
import {
  buildGroup,
  buildItem,
  buildPlan,
  buildProduct,
  buildTier,
  groupCatalogue,
} from '../../../support/domain/build-group.js';
import { eur, firstPeriod, money } from '../../../support/domain/build-package.js';
import { countingIds, idOf } from '../../../support/domain/id-of.js';

const now = at('2027-04-16T00:00:00+02:00');
const later = at('2027-04-20T00:00:00+02:00');

function undo(billing: Partial<BillingTerms>, edits: Partial<UserProduct> = {}) {
  const starter = buildProduct(0x101, [buildPlan({ number: 0x111, billing })]);
  const pro = buildProduct(0x102, [buildPlan({ number: 0x121, price: money(3_000, eur) })]);
  const [first, second] = [
    buildTier(starter, { number: 0x151 }),
    buildTier(pro, { number: 0x152 }),
  ];
  const catalogue = groupCatalogue([starter, pro], [buildGroup([first, second])]);
  const item = buildItem(starter, first, { hasDocuments: true, ...edits });
  const target = { package: pro, period: firstPeriod(pro), quantity: 1, tierId: second.id };
  const outcome = decideChange({ product: item, target, catalogue, now }, groupPolicy);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  const asked = {
    changeId: idOf<ChangeId>(700),
    requestedBy: toClientId('test'),
    sendsCreditNote: false,
    ids: countingIds(),
  };
  const done = changeAtOnce({
    ...asked,
    product: item,
    decision: outcome.decision,
    catalogue,
    now,
  });
  if (done.successor === null) throw new Error('a change at once makes a successor');
  const frame = { at: later, catalogue, ids: countingIds(950) };
  const undone = { source: done.next, product: done.successor, restored: item };
  const successor = done.successor;
  return { item, done: { ...done, successor }, frame, ...undoneDocuments(frame, undone) };
}

describe('A change that is undone', () => {
  test('gives 30.00 back and charges the 5.00 again that it had given back, from its day on', () => {
    const { creditNote, invoice, paid, done } = undo({});
    expect(creditNote).toMatchObject({
      netMinor: 3_000,
      references: { invoice: done.next.endedBy?.documents?.invoice },
      reason: 'order_change',
    });
    const to = at('2027-05-01T00:00:00+02:00');
    expect(invoice?.positions).toMatchObject([
      { kind: 'reinstated', netMinor: 500, from: now, to },
    ]);
    expect(paid).toMatchObject({
      ...{ amount: money(500, eur), from: now, to },
      document: { invoice: invoice?.id },
    });
  });

  test('gives back what was used in arrears too, which the end of the period charges', () => {
    const { creditNote, invoice, paid, item } = undo({ payInAdvance: false });
    expect(creditNote?.positions.map((it) => it.netMinor)).toEqual([500, 3_000]);
    expect(invoice).toBeNull();
    expect(paid).toEqual(item.paid);
  });

  test('gives back just the stretch that it was invoiced for, also where an edit has moved the period', () => {
    const moved = { validTo: at('2027-05-03T00:00:00+02:00') };
    const { creditNote, done } = undo({ payInAdvance: false }, moved);
    const [used] = done.events.flatMap((it) =>
      it.type === 'invoice.created' ? (it.document?.positions ?? []) : [],
    );
    expect(used).toMatchObject({ kind: 'used', from: at('2027-04-03T00:00:00+02:00'), to: now });
    const { from, to, netMinor } = used ?? {};
    expect(creditNote?.positions[0]).toMatchObject({ kind: 'credit', from, to, netMinor });
  });

  test('makes no documents where it had caused none', () => {
    const { creditNote, invoice, paid, item } = undo({}, { hasDocuments: false });
    expect([creditNote, invoice, paid]).toEqual([null, null, item.paid]);
  });

  test('at the end of a period charges the period that goes on instead, as that end would have', () => {
    const { item, done, frame } = undo({});
    const source = { ...done.next, endedBy: atEnd(done.next.endedBy, item.id) };
    const unwritten = { invoice: idOf<DocumentId>(999) };
    const restored = { ...item, paid: { ...item.paid, document: unwritten } };
    const product = done.successor;
    const again = undoneDocuments(frame, { source, product, restored });
    const { from, to } = item.paid;
    expect(again.creditNote).toBeNull();
    expect(again.invoice?.positions).toMatchObject([{ kind: 'period', netMinor: 1_000, from, to }]);
    expect(again.paid).toEqual({ ...item.paid, document: { invoice: again.invoice?.id } });
    const without = { ...restored, hasDocuments: false, paid: item.paid };
    expect(undoneDocuments(frame, { source, product, restored: without })).toEqual({
      ...{ creditNote: null, invoice: null },
      paid: item.paid,
    });
  });
});

/** As a change is answered that had waited, and had caused no documents. */
function atEnd(endedBy: EndedBy | null, answerId: UserProductId): EndedBy {
  if (endedBy === null) throw new Error('it was ended');
  return { ...endedBy, answerId, documents: null };
}

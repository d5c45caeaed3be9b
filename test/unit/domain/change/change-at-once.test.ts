import { describe, expect, test } from '@jest/globals';
import { changeAtOnce } from '../../../../src/domain/change/change-at-once.js';
import { at } from '../../../support/domain/at.js';
import { buildPending, buildUserProduct } from '../../../support/domain/build-user-product.js';
import { idOf } from '../../../support/domain/id-of.js';
import { basic, digital, free, lite } from '../../../support/domain/ladder.js';
import { toldBy } from '../../../support/domain/write-order.js';
import { changeId, decidedAt, orderOfChange } from './change-orders.js';

describe('A change that happens at once', () => {
  const source = buildUserProduct(basic, { version: 3, lastSequence: 6 });
  const done = changeAtOnce(orderOfChange(source, digital));

  test('ends the user product, which keeps its valid_to, and names what follows', () => {
    expect(done.next).toMatchObject({
      state: 'deactivated',
      validTo: source.validTo,
      version: 4,
      endedBy: { changeId, successorId: idOf(900), answerId: idOf(900), behaviour: 'default' },
    });
  });

  test('begins its successor at that instant, both as far as the events have come', () => {
    expect(done.successor).toMatchObject({ id: idOf(900), validFrom: decidedAt, version: 1 });
    expect([done.next.lastSequence, done.successor?.lastSequence]).toEqual([7, 7]);
    expect(toldBy(done)).toEqual(['7 package_upgrade of 800: 3.6 → 1.7']);
  });

  test('opens its row as applied and closed', () => {
    expect(done.changeRows).toMatchObject([
      {
        write: 'open',
        change: {
          ...{ id: changeId, state: 'applied', kind: 'upgrade' },
          ...{ closedAt: decidedAt, successorId: idOf(900), eventIds: [idOf(1)] },
        },
      },
    ]);
  });

  test('supersedes what waited, before anything else', () => {
    const waiting = buildUserProduct(basic, { pendingChange: buildPending(lite) });
    const { changeRows, events } = changeAtOnce(orderOfChange(waiting, digital));
    expect(changeRows.map((it) => it.write)).toEqual(['close', 'open']);
    expect(events.map((it) => it.type)).toEqual(['package_change_cancelled', 'package_upgrade']);
  });

  test('leaves nothing of a cancellation to what follows', () => {
    const cancellation = { reasonId: 'moved', creditInvoiceIfSent: true };
    const row = { ...source, cancelledAt: at('2026-04-02T00:00:00Z'), cancellation };
    const { successor } = changeAtOnce(orderOfChange(row, digital));
    expect(successor).toMatchObject({ cancelledAt: null, cancellation: null });
  });

  test('renews its successor at once where nothing was left to carry over', () => {
    const unpaid = buildUserProduct(free);
    const { events, successor } = changeAtOnce(orderOfChange(unpaid, basic));
    expect(events.map((it) => it.type)).toEqual(['package_upgrade', 'user_product_renewed']);
    const [began, renewed] = events.map((it) => it.after?.userProduct.validTo);
    expect([began, renewed]).toEqual([decidedAt, successor?.validTo]);
  });
});

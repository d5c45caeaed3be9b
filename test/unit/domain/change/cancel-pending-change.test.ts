import { describe, expect, test } from '@jest/globals';
import { cancelPendingChange } from '../../../../src/domain/change/cancel-pending-change.js';
import { at } from '../../../support/domain/at.js';
import { idOf } from '../../../support/domain/id-of.js';
import {
  committedBy,
  orderOf,
  sold,
  toldBy,
  waiting,
  writeId,
  writtenAt,
  writtenRow,
} from '../../../support/domain/write-order.js';

describe('taking back the change that waits', () => {
  const before = waiting();
  const done = committedBy(cancelPendingChange(orderOf(before)));

  test('leaves the row as it is, but for the change', () => {
    expect(done.next).toEqual(writtenRow(before, { pendingChange: null }));
    expect(done).toMatchObject({ successor: null, changeId: writeId });
  });

  test('is told by one event of the change that waited, not of the call', () => {
    expect(toldBy(done)).toEqual(['7 package_change_cancelled of 700: 3.6 → 4.7']);
    expect(done.events).toMatchObject([
      {
        before: { userProduct: { pendingChange: before.pendingChange } },
        after: { userProduct: { pendingChange: null } },
      },
    ]);
  });

  test('closes its row as cancelled', () => {
    expect(done.changeRows).toEqual([
      {
        write: 'close',
        changeId: idOf(700),
        state: 'cancelled',
        closedAt: writtenAt,
        effectiveAt: at('2026-05-01T00:00:00Z'),
        successorId: null,
        eventIds: [idOf(1)],
      },
    ]);
  });

  test('is refused where nothing waits', () => {
    expect(cancelPendingChange(orderOf(sold()))).toEqual({
      rule: 'refuse',
      refusals: [{ reason: 'no_pending_change', facts: {} }],
    });
  });
});

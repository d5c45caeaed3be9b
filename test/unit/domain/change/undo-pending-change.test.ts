import { describe, expect, test } from '@jest/globals';
import { undoPendingChange } from '../../../../src/domain/change/undo-pending-change.js';
import type { ChangeId } from '../../../../src/domain/ids.js';
import { buildPending } from '../../../support/domain/build-user-product.js';
import { idOf } from '../../../support/domain/id-of.js';
import { digital } from '../../../support/domain/ladder.js';
import {
  committedBy,
  orderOf,
  reasonsOf,
  sold,
  toldBy,
  waiting,
} from '../../../support/domain/write-order.js';
import { buildChange } from '../../../support/stored/build-entry.js';

const product = waiting();
const change = buildChange(product, {
  ...buildPending(digital),
  id: idOf<ChangeId>(699),
  state: 'superseded',
});
const superseded = { change, changeId: idOf<ChangeId>(802) };

describe('Undoing a change that waits', () => {
  test('lets what it had superseded wait again, told in that order', () => {
    const done = committedBy(undoPendingChange(orderOf(product), superseded));
    expect(done.next.pendingChange).toEqual(buildPending(digital, { changeId: idOf(802) }));
    expect(toldBy(done)).toEqual([
      '7 package_change_cancelled of 700: 3.6 → 3.7',
      '8 package_downgrade of 802: 3.7 → 4.8',
    ]);
    expect(done.changeRows).toMatchObject([
      { write: 'close', changeId: idOf(700), state: 'cancelled', eventIds: [idOf(1)] },
      { write: 'open', change: { id: idOf(802), state: 'created', eventIds: [idOf(2)] } },
    ]);
  });

  test('takes it back where it had superseded nothing', () => {
    const done = committedBy(undoPendingChange(orderOf(product), null));
    expect(done.next.pendingChange).toBeNull();
    expect(toldBy(done)).toEqual(['7 package_change_cancelled of 700: 3.6 → 4.7']);
  });

  test('is refused where nothing waits', () => {
    expect(reasonsOf(undoPendingChange(orderOf(sold()), superseded))).toEqual([
      'no_pending_change',
    ]);
  });
});

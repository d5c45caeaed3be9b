import { describe, expect, test } from '@jest/globals';
import {
  editRow,
  editRowWithoutPendingChange,
} from '../../../../src/domain/user-product/edit-row.js';
import { at } from '../../../support/domain/at.js';
import {
  orderOf,
  sold,
  toldBy,
  waiting,
  writeId,
  writtenRow,
} from '../../../support/domain/write-order.js';

const edit = { type: 'user_product_updated', edits: { subscriptionNumber: 'S-2' } } as const;

describe('a commit that edits one row', () => {
  test('leaves what waits waiting, and says nothing of it', () => {
    const before = waiting();
    const done = editRow(orderOf(before), edit);
    expect(done.next).toEqual(writtenRow(before, edit.edits));
    expect(done).toMatchObject({ successor: null, changeRows: [], changeId: writeId });
    expect(toldBy(done)).toEqual(['7 user_product_updated of -: 3.6 → 4.7']);
  });

  test('never takes effect before what took effect last', () => {
    const lastEffectiveAt = at('2026-04-20T00:00:00Z');
    expect(editRow(orderOf(sold({ lastEffectiveAt })), edit).next).toMatchObject({
      lastEffectiveAt,
    });
  });
});

describe('the same without what waits', () => {
  test('is the same where nothing waits', () => {
    expect(editRowWithoutPendingChange(orderOf(sold()), edit)).toEqual(
      editRow(orderOf(sold()), edit),
    );
  });

  test('tells of the superseded change first; the row counts one version for both', () => {
    const before = waiting();
    const done = editRowWithoutPendingChange(orderOf(before), edit);
    expect(done.next).toEqual(
      writtenRow(before, { ...edit.edits, pendingChange: null, lastSequence: 8 }),
    );
    expect(toldBy(done)).toEqual([
      '7 package_change_cancelled of 700: 3.6 → 3.7',
      '8 user_product_updated of -: 3.7 → 4.8',
    ]);
    expect(done.changeRows).toMatchObject([{ write: 'close', state: 'superseded' }]);
  });
});

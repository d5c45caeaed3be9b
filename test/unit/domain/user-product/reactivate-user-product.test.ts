import { describe, expect, test } from '@jest/globals';
import { reactivateUserProduct } from '../../../../src/domain/user-product/reactivate-user-product.js';
import { at } from '../../../support/domain/at.js';
import {
  committedBy,
  orderOf,
  sold,
  toldBy,
  writeId,
  writtenRow,
} from '../../../support/domain/write-order.js';

const cancelled = sold({
  state: 'cancelled',
  cancelledAt: at('2026-04-10T00:00:00Z'),
  cancellation: { reasonId: null, creditInvoiceIfSent: false },
});

describe('taking a cancellation back', () => {
  const done = committedBy(reactivateUserProduct(orderOf(cancelled)));

  test('makes it what it was, without a trace of the cancellation', () => {
    const edits = { state: 'activated', cancelledAt: null, cancellation: null } as const;
    expect(done.next).toEqual(writtenRow(cancelled, edits));
    expect(done).toMatchObject({ successor: null, changeRows: [], changeId: writeId });
  });

  test('is told by one event', () => {
    expect(toldBy(done)).toEqual(['7 user_product_uncancelled of -: 3.6 → 4.7']);
    expect(done.events).toMatchObject([
      {
        before: { userProduct: { state: 'cancelled', cancellation: cancelled.cancellation } },
        after: { userProduct: { state: 'activated', cancellation: null } },
      },
    ]);
  });

  test('is refused where it has no end: it would go on for ever', () => {
    expect(reactivateUserProduct(orderOf({ ...cancelled, validTo: null }))).toMatchObject({
      refusals: [{ reason: 'valid_to_required' }],
    });
  });

  test.each(['activated', 'deactivated', 'pending', 'frozen'] as const)(
    'is refused for what is %s',
    (state) => {
      expect(reactivateUserProduct(orderOf(sold({ state })))).toEqual({
        rule: 'refuse',
        refusals: [{ reason: 'user_product_not_cancelled', facts: { state } }],
      });
    },
  );
});

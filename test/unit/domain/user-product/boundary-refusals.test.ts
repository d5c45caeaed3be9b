import { describe, expect, test } from '@jest/globals';
import { boundaryRefusals } from '../../../../src/domain/user-product/boundary-refusals.js';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import { at } from '../../../support/domain/at.js';
import { sold } from '../../../support/domain/write-order.js';

const may = at('2026-05-01T00:00:00Z');
const before = at('2026-04-30T23:59:59.999Z');
const reasons = (edits: Partial<UserProduct>, now = may) =>
  boundaryRefusals(sold(edits), now).map((it) => it.reason);

describe('a user product is left with an end', () => {
  test.each(['activated', 'cancelled'] as const)('after now where it is %s', (state) => {
    expect(reasons({ state })).toEqual(['valid_to_not_in_future']);
    expect(reasons({ state }, before)).toEqual([]);
  });

  test.each([
    ['recurring', ['valid_to_required']],
    ['limited', ['valid_to_required']],
    ['single', []],
  ] as const)('where it is %s', (subscriptionType, expected) => {
    expect(reasons({ subscriptionType, validTo: null })).toEqual(expected);
  });

  test.each([
    { state: 'deactivated' },
    { state: 'frozen' },
    { state: 'pending' },
    { provisionService: 'elsewhere' },
  ] as const)('of any sort where it is %j: we do not act at it', (edits) => {
    expect(reasons(edits)).toEqual([]);
    expect(reasons({ ...edits, validTo: null })).toEqual([]);
  });

  test('says which type has no end', () => {
    expect(boundaryRefusals(sold({ validTo: null }), may)).toEqual([
      { reason: 'valid_to_required', facts: { subscription_type: 'recurring' } },
    ]);
  });
});

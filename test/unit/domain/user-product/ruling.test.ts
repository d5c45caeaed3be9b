import { expect, test } from '@jest/globals';
import { refusedFor } from '../../../../src/domain/user-product/ruling.js';

const [first, second] = [
  { reason: 'user_product_ended', facts: {} },
  { reason: 'no_pending_change', facts: { of: 1 } },
] as const;

test('A write is refused for all its reasons, in their order, and not at all without one', () => {
  expect(refusedFor([first, second])).toEqual({ rule: 'refuse', refusals: [first, second] });
  expect(refusedFor([])).toBeNull();
});

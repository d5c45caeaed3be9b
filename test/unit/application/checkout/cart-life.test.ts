import { expect, test } from '@jest/globals';
import {
  cartVersionOf,
  isCartOver,
  openCartsEndAt,
} from '../../../../src/application/checkout/cart-life.js';
import { at } from '../../../support/domain/at.js';
import { buildCart } from '../../../support/stored/build-cart.js';

/** docs/spec/product-groups-api.md §4. */
test('An open cart is over 30 days after it was made, a completed one never', () => {
  const open = buildCart({ createdAt: at('2026-04-16T00:00:00Z') });
  const end = at('2026-05-16T00:00:00Z');
  expect(isCartOver(open, at('2026-05-15T23:59:59Z'))).toBe(false);
  expect(isCartOver(open, end)).toBe(true);
  expect(isCartOver({ ...open, status: 'completed' }, at('2036-01-01T00:00:00Z'))).toBe(false);
  expect(openCartsEndAt(end)).toBe(open.createdAt);
});

test('A cart has version 1 while it is open, and 2 from then on', () => {
  expect(cartVersionOf({ status: 'open' })).toBe(1);
  expect(cartVersionOf({ status: 'completed' })).toBe(2);
});

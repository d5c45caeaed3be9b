import { expect, test } from '@jest/globals';
import {
  chainShape,
  toChainItem,
} from '../../../../../src/http/product-groups/shapes/subscription-shape.js';
import { at } from '../../../../support/domain/at.js';
import { buildUserProduct, productId } from '../../../../support/domain/build-user-product.js';
import { idOf } from '../../../../support/domain/id-of.js';
import { catalogue, starter } from './group-example.js';

test('a subscription is what its last item is, under the id of its first', () => {
  const last = buildUserProduct(starter, { id: idOf(501), state: 'cancelled', version: 9 });
  const createdAt = at('2026-01-01T00:00:00Z');
  const printed = toChainItem({ id: productId, accountId: idOf(2), createdAt, last }, catalogue);
  expect(printed).toMatchObject({
    id: productId,
    number: 'S-1',
    customer: idOf(2),
    status: 'canceled',
    items: [{ id: idOf(501), subscription: productId }],
    createdAt: '2026-01-01T00:00:00+00:00',
    version: 9,
  });
  expect(chainShape.safeParse(printed).error).toBeUndefined();
});

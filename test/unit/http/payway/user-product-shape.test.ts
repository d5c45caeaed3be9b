import { expect, test } from '@jest/globals';
import {
  toUserProductItem,
  userProductShape,
} from '../../../../src/http/payway/user-product-shape.js';
import { at, stockholm } from '../../../support/domain/at.js';
import { buildPackage } from '../../../support/domain/build-package.js';
import { buildPending, buildUserProduct } from '../../../support/domain/build-user-product.js';
import { basic, lite } from '../../../support/domain/ladder.js';

const product = buildUserProduct(basic);
const pack = buildPackage({ number: 10, titleCode: 'title' });

test('a user product is told in Payway’s words and order, with the organisation’s offset', () => {
  const text = JSON.stringify(toUserProductItem(product, stockholm));
  expect(text).toBe(
    JSON.stringify({
      id: '0000000000000000000001f4',
      order_id: 'order-1',
      created: '2026-04-01T02:00:00+02:00',
      updated: '2026-04-01T02:00:00+02:00',
      product_code: 'package_300',
      title_code: null,
      valid_from: '2026-04-01T02:00:00+02:00',
      valid_to: '2026-05-01T02:00:00+02:00',
      provision_service: 'tulo',
      subscription_type: 'recurring',
      state: 'activated',
      has_pending_change_request: false,
      external_start_date: null,
      version: 1,
    }),
  );
  expect(userProductShape.safeParse(JSON.parse(text)).error).toBeUndefined();
});

test('what may be missing is null', () => {
  const item = toUserProductItem(
    {
      ...product,
      orderId: null,
      validTo: null,
      pendingChange: buildPending(lite),
      externalStartAt: at('2026-01-01T10:00:00.123Z'),
    },
    stockholm,
  );
  expect(item).toMatchObject({
    order_id: null,
    valid_to: null,
    has_pending_change_request: true,
    external_start_date: '2026-01-01T11:00:00.123+01:00',
  });
  expect(userProductShape.safeParse(item).error).toBeUndefined();
});

test('what is given of a user product is told, its dates with the organisation’s offset', () => {
  const given = buildUserProduct(pack, {
    externalStartAt: at('2026-01-01T12:30:00.250Z'),
    version: 3,
  });
  expect(toUserProductItem(given, stockholm)).toEqual({
    id: given.id,
    order_id: 'order-1',
    created: '2026-04-01T02:00:00+02:00',
    updated: '2026-04-01T02:00:00+02:00',
    product_code: 'package_10',
    title_code: 'title',
    valid_from: '2026-04-01T02:00:00+02:00',
    valid_to: '2026-05-01T02:00:00+02:00',
    provision_service: 'tulo',
    subscription_type: 'recurring',
    state: 'activated',
    has_pending_change_request: false,
    external_start_date: '2026-01-01T13:30:00.250+01:00',
    version: 3,
  });
});

test('it says whether a change waits, and null where it has no end', () => {
  const given = buildUserProduct(pack, { pendingChange: buildPending(pack), validTo: null });
  expect(toUserProductItem(given, stockholm)).toMatchObject({
    has_pending_change_request: true,
    valid_to: null,
    external_start_date: null,
  });
});

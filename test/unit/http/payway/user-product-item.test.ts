import { expect, test } from '@jest/globals';
import { toUserProductItem } from '../../../../src/http/payway/user-product-item.js';
import { at, stockholm } from '../../../support/domain/at.js';
import { buildPackage } from '../../../support/domain/build-package.js';
import { buildPending, buildUserProduct } from '../../../support/domain/build-user-product.js';

const pack = buildPackage({ number: 10, titleCode: 'title' });

test('a user product is told in Payway’s words, its dates with the organisation’s offset', () => {
  const product = buildUserProduct(pack, {
    externalStartAt: at('2026-01-01T12:30:00.250Z'),
    version: 3,
  });
  expect(toUserProductItem(product, stockholm)).toEqual({
    id: product.id,
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
  const product = buildUserProduct(pack, { pendingChange: buildPending(pack), validTo: null });
  expect(toUserProductItem(product, stockholm)).toMatchObject({
    has_pending_change_request: true,
    valid_to: null,
    external_start_date: null,
  });
});

import { expect, test } from '@jest/globals';
import { refusedSale } from '../../../../src/http/product-groups/refused-sale.js';

/** docs/spec/product-groups-api.md §1, §4. */
test('What is wrong with an order is told of its fields, in the words of its body', () => {
  const faults = [
    { path: ['accountId'], code: 'not_found' },
    { path: ['items', 0, 'packageId'], code: 'not_found' },
    { path: ['items', 0, 'periodId'], code: 'invalid' },
    { path: ['items', 0, 'quantity'], code: 'range' },
    { path: ['startAt'], code: 'range' },
  ] as const;
  expect(refusedSale({ ok: false, failure: 'invalid', faults })).toMatchObject({
    status: 422,
    body: {
      violations: [
        { propertyPath: 'customer', code: 'not_found' },
        { propertyPath: 'items[0].product', code: 'not_found' },
        { propertyPath: 'items[0].pricePlan', code: 'invalid' },
        { propertyPath: 'items[0].quantity', code: 'range' },
        { propertyPath: 'startDate', code: 'range' },
      ],
    },
  });
});

test('A cart that is unknown is not found, and a full account is a rule', () => {
  expect(refusedSale({ ok: false, failure: 'not_found' })).toMatchObject({ status: 404 });
  const refusals = [{ reason: 'too_many_user_products', facts: { most: 10_000 } }] as const;
  expect(refusedSale({ ok: false, failure: 'refused', refusals })).toMatchObject({
    status: 409,
    body: { code: 'too_many_subscriptions' },
  });
});

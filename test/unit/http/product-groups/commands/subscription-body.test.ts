import { expect, test } from '@jest/globals';
import type { AccountId, PackageId, PaymentPeriodId } from '../../../../../src/domain/ids.js';
import { mayBeAbsent, readBody } from '../../../../../src/http/core/body/read-body.js';
import {
  nothingBody,
  orderBody,
  toOrder,
} from '../../../../../src/http/product-groups/commands/subscription-body.js';
import { at } from '../../../../support/domain/at.js';
import { idOf } from '../../../../support/domain/id-of.js';

const [customer, product, pricePlan] = [
  idOf<AccountId>(1),
  idOf<PackageId>(2),
  idOf<PaymentPeriodId>(3),
];

const read = (sent: object) => {
  const result = readBody(orderBody, sent);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result.value;
};

/** docs/spec/product-groups-api.md §4. */
test('An order names a customer and one item: what is left out is not said', () => {
  const body = read({ customer: `/customers/${customer}`, items: [{ pricePlan }] });
  expect(body.customer).toBe(customer);
  expect(toOrder(body)).toEqual({
    packageId: null,
    periodId: pricePlan,
    quantity: null,
    startAt: null,
  });
});

test('An order may name its product, how many, and since when', () => {
  const items = [{ product: { id: product }, pricePlan, quantity: 3 }];
  expect(toOrder(read({ customer, items, startDate: '2027-04-01T02:00:00+02:00' }))).toEqual({
    packageId: product,
    periodId: pricePlan,
    quantity: 3,
    startAt: at('2027-04-01T00:00:00Z'),
  });
});

test('Nothing is an empty object, and may be left out', () => {
  expect([mayBeAbsent(nothingBody), readBody(nothingBody, {})]).toMatchObject([
    true,
    { value: {} },
  ]);
  expect(readBody(nothingBody, { a: 1 })).toEqual({ faults: [{ name: 'a', fault: 'unknown' }] });
});

import { expect, test } from '@jest/globals';
import {
  customerShape,
  toCustomerItem,
} from '../../../../../src/http/product-groups/shapes/customer-shape.js';
import { at } from '../../../../support/domain/at.js';
import { idOf } from '../../../../support/domain/id-of.js';

test.each(['C-1', null])('a customer is an account with the number %s', (customerNumber) => {
  const id = idOf<never>(2);
  const account = { id, customerNumber, version: 1, createdAt: at('2026-04-01T00:00:00Z') };
  const printed = toCustomerItem(account);
  expect(printed).toEqual({
    id,
    customerNumber,
    version: 1,
    createdAt: '2026-04-01T00:00:00+00:00',
  });
  expect(customerShape.safeParse(printed).error).toBeUndefined();
});

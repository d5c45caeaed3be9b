import { expect, test } from '@jest/globals';
import { makeCustomerEndpoints } from '../../../../../src/http/product-groups/endpoints/customers.js';
import { toCustomerItem } from '../../../../../src/http/product-groups/shapes/customer-shape.js';
import {
  askEndpoint,
  organisationId,
  otherId,
  recording,
} from '../../../../support/ask-endpoint.js';
import { at } from '../../../../support/domain/at.js';
import { idOf } from '../../../../support/domain/id-of.js';

function answering(answer: unknown) {
  const { useCase, asked } = recording(answer);
  const endpoints = makeCustomerEndpoints({
    listAccounts: useCase,
    findAccount: useCase,
    createAccount: useCase,
  });
  return { asked, ask: askEndpoint.bind(null, endpoints) };
}

const createdAt = at('2026-04-01T00:00:00Z');
const account = { id: idOf<never>(2), customerNumber: 'C-1', version: 1, createdAt };
const printed = toCustomerItem(account);

test('customers are listed oldest first, or newest', async () => {
  const { ask, asked } = answering({ items: [account], totalItems: 1 });
  const query = { 'order[createdAt]': 'desc' };
  expect(await ask('listCustomers', { query })).toMatchObject({ body: { data: [printed] } });
  expect(asked).toEqual([{ organisationId, direction: 'desc', page: 1, limit: 30 }]);
});

test('a customer is read by its id', async () => {
  const params = { id: otherId };
  const { ask, asked } = answering(account);
  expect(await ask('readCustomer', { params })).toEqual({ status: 200, body: printed });
  expect(asked).toEqual([{ organisationId, accountId: otherId }]);
  expect(await answering(null).ask('readCustomer', { params })).toMatchObject({ status: 404 });
});

test('a customer is made under the id that was chosen', async () => {
  const { ask, asked } = answering(account);
  const request = { body: { customerNumber: 'C-1' }, chosenId: otherId };
  expect(await ask('createCustomer', request)).toEqual({ status: 201, body: printed });
  expect(asked).toEqual([{ organisationId, chosenId: otherId, customerNumber: 'C-1' }]);
});

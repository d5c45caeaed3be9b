import { describe, expect, test } from '@jest/globals';
import { makeCancellationEndpoints } from '../../../../../src/http/payway/endpoints/cancellation.js';
import { notFound } from '../../../../../src/http/payway/problems/not-found.js';
import {
  accountId,
  askEndpoint,
  guards,
  organisationId,
  recording,
  userProductId,
} from '../../../../support/ask-endpoint.js';

const body = { account_id: accountId, user_product_id: userProductId };
const key = { organisationId, accountId, userProductId };
const done = { ok: true, id: userProductId };
const unasked = () => Promise.reject(new Error('nobody is to be asked'));
const endpointsWith = (given: object) =>
  makeCancellationEndpoints({
    cancelUserProduct: unasked,
    reactivateUserProduct: unasked,
    editUserProduct: unasked,
    setCustomerNumber: unasked,
    ...given,
  });

describe.each([
  {
    name: 'cancelSubscription',
    useCase: 'cancelUserProduct',
    sent: {},
    order: { reasonId: null, creditInvoiceIfSent: false },
  },
  {
    name: 'cancelSubscription',
    useCase: 'cancelUserProduct',
    sent: { cancellation_reason_id: 'moved', credit_invoice_if_sent: true },
    order: { reasonId: 'moved', creditInvoiceIfSent: true },
  },
  { name: 'reactivateSubscription', useCase: 'reactivateUserProduct', sent: {}, order: null },
  {
    name: 'setSubscriptionNumber',
    useCase: 'editUserProduct',
    sent: { subscription_number: '7' },
    order: { subscriptionNumber: '7' },
  },
])('$name with $sent', ({ name, useCase, sent, order }) => {
  test(`asks for ${JSON.stringify(order)}, and answers the id`, async () => {
    const recorded = recording(done);
    const endpoints = endpointsWith({ [useCase]: recorded.useCase });
    const answer = await askEndpoint(endpoints, name, { body: { ...body, ...sent } });
    expect(answer).toEqual({ status: 200, body: { id: userProductId } });
    expect(recorded.asked).toEqual([key, order, guards]);
  });

  test('is 404 where the user product cannot be one', async () => {
    const unknown = { ...body, ...sent, user_product_id: 'no-id' };
    expect(await askEndpoint(endpointsWith({}), name, { body: unknown })).toBe(notFound);
  });

  test('is 409 where the rules refuse', async () => {
    const refusals = [{ reason: 'user_product_ended', facts: {} }];
    const refused = recording({ ok: false, failure: 'refused', refusals });
    const endpoints = endpointsWith({ [useCase]: refused.useCase });
    const answer = await askEndpoint(endpoints, name, { body: { ...body, ...sent } });
    expect(answer).toMatchObject({ status: 409, code: 'user_product_ended' });
  });
});

describe('setCustomerNumber', () => {
  const sent = { account_id: accountId, customer_number: 'C-1' };

  test('answers the account', async () => {
    const { useCase, asked } = recording(true);
    const endpoints = endpointsWith({ setCustomerNumber: useCase });
    expect(await askEndpoint(endpoints, 'setCustomerNumber', { body: sent })).toEqual({
      status: 200,
      body: { id: accountId },
    });
    expect(asked).toEqual([{ organisationId, accountId, customerNumber: 'C-1' }]);
  });

  test('of what is unknown is 404', async () => {
    const endpoints = endpointsWith({ setCustomerNumber: recording(false).useCase });
    expect(await askEndpoint(endpoints, 'setCustomerNumber', { body: sent })).toBe(notFound);
    const noId = { ...sent, account_id: 'no-id' };
    const answer = await askEndpoint(endpointsWith({}), 'setCustomerNumber', { body: noId });
    expect(answer).toBe(notFound);
  });
});

import { describe, expect, test } from '@jest/globals';
import { makeChangeProductEndpoints } from '../../../../../src/http/payway/endpoints/change-product.js';
import { notFound } from '../../../../../src/http/payway/problems/not-found.js';
import {
  accountId,
  askEndpoint,
  guards,
  organisationId,
  otherId,
  recording,
  userProductId,
} from '../../../../support/ask-endpoint.js';

const body = {
  account_id: accountId,
  user_product_id: userProductId,
  package_code: 'p',
  target_period_id: otherId,
};
const key = { organisationId, accountId, userProductId };
const unasked = () => Promise.reject(new Error('nobody is to be asked'));
const endpointsWith = (given: object) =>
  makeChangeProductEndpoints({
    requestChange: unasked,
    previewChange: unasked,
    cancelPendingChange: unasked,
    ...given,
  });

describe('changeProduct', () => {
  test('asks for the change under the guards of the request, and answers the id', async () => {
    const { useCase, asked } = recording({ ok: true, id: otherId });
    const endpoints = endpointsWith({ requestChange: useCase });
    const answer = await askEndpoint(endpoints, 'changeProduct', { body });
    expect(answer).toEqual({ status: 200, body: { id: otherId } });
    expect(asked).toEqual([
      { ...key, packageCode: 'p', periodId: otherId, behaviour: 'default', requestedBy: 'demo' },
      guards,
    ]);
  });

  test('answers an id that cannot be one like any other that is unknown', async () => {
    const sent = { ...body, target_period_id: 'monthly' };
    expect(await askEndpoint(endpointsWith({}), 'changeProduct', { body: sent })).toBe(notFound);
  });
});

describe('previewChangeProduct', () => {
  test('tells why a change would be refused', async () => {
    const refusals = [{ reason: 'same_package', facts: { code: 'p' } }];
    const { useCase } = recording({ allowed: false, refusals });
    const endpoints = endpointsWith({ previewChange: useCase });
    expect(await askEndpoint(endpoints, 'previewChangeProduct', { body })).toMatchObject({
      status: 200,
      body: {
        item: {
          allowed: false,
          refusals: [
            {
              code: 'same_package',
              message: 'The target is what the account already has',
              facts: { code: 'p' },
            },
          ],
        },
      },
    });
  });

  test('of what is unknown is 404', async () => {
    const endpoints = endpointsWith({ previewChange: recording(null).useCase });
    expect(await askEndpoint(endpoints, 'previewChangeProduct', { body })).toBe(notFound);
    const sent = { ...body, account_id: 'no-id' };
    const unknown = await askEndpoint(endpointsWith({}), 'previewChangeProduct', { body: sent });
    expect(unknown).toBe(notFound);
  });
});

describe('cancelProductChange', () => {
  test('names the user product, and nothing more', async () => {
    const { useCase, asked } = recording({ ok: true, id: userProductId });
    const endpoints = endpointsWith({ cancelPendingChange: useCase });
    const answer = await askEndpoint(endpoints, 'cancelProductChange', { body });
    expect([answer, asked]).toEqual([
      { status: 200, body: { id: userProductId } },
      [key, null, guards],
    ]);
  });

  test('of what is unknown is 404', async () => {
    const sent = { ...body, user_product_id: 'no-id' };
    const answer = await askEndpoint(endpointsWith({}), 'cancelProductChange', { body: sent });
    expect(answer).toBe(notFound);
  });
});

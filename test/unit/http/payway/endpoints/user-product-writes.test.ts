import { describe, expect, test } from '@jest/globals';
import type { Problem } from '../../../../../src/http/core/problem.js';
import { makeUserProductWriteEndpoints } from '../../../../../src/http/payway/endpoints/user-product-writes.js';
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

const unasked = () => Promise.reject(new Error('nobody is to be asked'));
const endpointsWith = (given: object) =>
  makeUserProductWriteEndpoints({ createUserProduct: unasked, editUserProduct: unasked, ...given });
const unreal = (field: string) => ({
  code: 'invalid_parameter',
  field,
  message: 'Parameter must match format (/^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d [+-]\\d{4}$/)',
});

describe('createUserProduct', () => {
  const body = {
    account_id: accountId,
    package_code: 'p',
    subscription_type: 'limited',
    valid_from: '2016-10-02 13:00 +0100',
    valid_to: '2016-11-02 13:00 +0100',
  };
  const ask = (given: object, sent: object = body) =>
    askEndpoint(endpointsWith(given), 'createUserProduct', {
      body: sent as typeof body,
      chosenId: otherId,
    });

  test('is made with the id that was chosen', async () => {
    const { useCase, asked } = recording({ ok: true, id: otherId });
    const answer = await ask({ createUserProduct: useCase });
    expect(answer).toEqual({ status: 201, body: { id: otherId } });
    expect(asked).toMatchObject([{ organisationId, accountId, chosenId: otherId }]);
  });

  test('is 404 where account or package is unknown', async () => {
    const unknown = recording({ ok: false, failure: 'not_found' });
    expect(await ask({ createUserProduct: unknown.useCase })).toBe(notFound);
    expect(await ask({}, { ...body, account_id: 'no-id' })).toBe(notFound);
  });

  test('is 409 where the rules refuse', async () => {
    const refusals = [{ reason: 'no_payment_period', facts: {} }];
    const refused = recording({ ok: false, failure: 'refused', refusals });
    expect(await ask({ createUserProduct: refused.useCase })).toMatchObject({ status: 409 });
  });

  test('is 400 where there is no such day', async () => {
    const answer = await ask({}, { ...body, valid_to: '2016-02-30 13:00 +0100' });
    expect((answer as Problem).body).toEqual(unreal('valid_to'));
  });
});

describe('updateUserProduct', () => {
  const body = { account_id: accountId, product_id: userProductId };
  const ask = (given: object, sent: object = body) =>
    askEndpoint(endpointsWith(given), 'updateUserProduct', { body: sent as typeof body });

  test('sets what was sent', async () => {
    const { useCase, asked } = recording({ ok: true, id: userProductId });
    const answer = await ask({ editUserProduct: useCase }, { ...body, state: 'deactivated' });
    expect(answer).toEqual({ status: 200, body: { id: userProductId } });
    const key = { organisationId, accountId, userProductId };
    expect(asked).toEqual([key, { state: 'deactivated' }, guards]);
  });

  test('is 404 where it cannot be one, 400 where there is no such day', async () => {
    expect(await ask({}, { ...body, product_id: 'no-id' })).toBe(notFound);
    const answer = await ask({}, { ...body, valid_from: '2016-02-30 13:00 +0100' });
    expect((answer as Problem).body).toEqual(unreal('valid_from'));
  });
});

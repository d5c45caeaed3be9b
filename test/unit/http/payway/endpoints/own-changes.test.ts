import { describe, expect, test } from '@jest/globals';
import { makeOwnChangesEndpoints } from '../../../../../src/http/payway/endpoints/own-changes.js';
import { notFound } from '../../../../../src/http/payway/problems/not-found.js';
import { periodRequired } from '../../../../../src/http/payway/problems/parameter-problems.js';
import {
  accountId,
  askEndpoint,
  guards,
  organisationId,
  otherId,
  recording,
  userProductId,
} from '../../../../support/ask-endpoint.js';

const key = { organisationId, accountId, userProductId };
const unasked = () => Promise.reject(new Error('nobody is to be asked'));
const endpointsWith = (given: object) =>
  makeOwnChangesEndpoints({
    requestChange: unasked,
    cancelPendingChange: unasked,
    listAvailableChanges: unasked,
    ...given,
  });

describe('changeOwnProduct', () => {
  const body = { id: userProductId, package_code: 'p' };

  test('is of the account that the token names', async () => {
    const { useCase, asked } = recording({ ok: true, id: otherId });
    const endpoints = endpointsWith({ requestChange: useCase });
    const answer = await askEndpoint(endpoints, 'changeOwnProduct', { body });
    expect(answer).toEqual({ status: 200, body: { id: otherId } });
    expect(asked).toMatchObject([{ ...key, periodId: null, behaviour: 'default' }, guards]);
  });

  test('must name its period where it is explicit', async () => {
    const explicit = { ...body, default_behaviour: false };
    const answer = await askEndpoint(endpointsWith({}), 'changeOwnProduct', { body: explicit });
    expect(answer).toBe(periodRequired);
  });

  test('is 404 where it cannot be one', async () => {
    const sent = { ...body, id: 'no-id' };
    expect(await askEndpoint(endpointsWith({}), 'changeOwnProduct', { body: sent })).toBe(notFound);
  });
});

test('cancelOwnProductChange takes back what waits', async () => {
  const { useCase, asked } = recording({ ok: true, id: userProductId });
  const endpoints = endpointsWith({ cancelPendingChange: useCase });
  const ask = (id: string) => askEndpoint(endpoints, 'cancelOwnProductChange', { body: { id } });
  expect(await ask(userProductId)).toEqual({ status: 200, body: { id: userProductId } });
  expect(await ask('no-id')).toBe(notFound);
  expect(asked).toEqual([key, null, guards]);
});

describe('listAvailableProductChanges', () => {
  const name = 'listAvailableProductChanges';

  test('looks at the first five codes', async () => {
    const item = { upgrades: ['a'], downgrades: [] };
    const { useCase, asked } = recording(item);
    const endpoints = endpointsWith({ listAvailableChanges: useCase });
    const query = { id: userProductId, product_codes: 'a,b,c,d,e,f' };
    expect(await askEndpoint(endpoints, name, { query })).toEqual({ status: 200, body: { item } });
    await askEndpoint(endpoints, name, { query: { ...query, has_custom_target_period: true } });
    const packageCodes = ['a', 'b', 'c', 'd', 'e'];
    expect(asked).toEqual([
      { ...key, packageCodes, mayNamePeriod: false },
      { ...key, packageCodes, mayNamePeriod: true },
    ]);
  });

  test('of what is unknown is 404', async () => {
    const endpoints = endpointsWith({ listAvailableChanges: recording(null).useCase });
    const query = { id: userProductId, product_codes: 'a' };
    expect(await askEndpoint(endpoints, name, { query })).toBe(notFound);
    expect(await askEndpoint(endpoints, name, { query: { ...query, id: 'no-id' } })).toBe(notFound);
  });
});

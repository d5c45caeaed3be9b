import { describe, expect, test } from '@jest/globals';
import {
  endpointIdOf,
  makeWebhookEndpoints,
} from '../../../../../src/http/payway/endpoints/webhook-endpoints.js';
import { unknownWebhookEndpoint } from '../../../../../src/http/payway/problems/not-found.js';
import {
  askEndpoint,
  organisationId,
  otherId,
  recording,
} from '../../../../support/ask-endpoint.js';

const endpoint = { id: otherId, url: 'https://a.test/', types: null, enabled: true, createdAt: 0 };
const { createdAt, ...plain } = endpoint;
const item = { ...plain, created: new Date(createdAt).toISOString() };
const params = { id: otherId.toUpperCase() };
const unknown = recording({ ok: false, failure: 'unknown_endpoint' }).useCase;
const endpointsWith = (given: object) =>
  makeWebhookEndpoints({
    registerEndpoint: unknown,
    listEndpoints: unknown,
    findEndpoint: unknown,
    updateEndpoint: unknown,
    removeEndpoint: unknown,
    ...given,
  });

test('listWebhookEndpoints tells of all', async () => {
  const { useCase, asked } = recording([endpoint]);
  const endpoints = endpointsWith({ listEndpoints: useCase });
  const answer = await askEndpoint(endpoints, 'listWebhookEndpoints');
  expect([answer, asked]).toEqual([{ status: 200, body: { items: [item] } }, [organisationId]]);
});

describe('registerWebhookEndpoint', () => {
  const body = { url: 'https://a.test/' };

  test('tells its secret this once; it is enabled, for all types, unless told otherwise', async () => {
    const { useCase, asked } = recording({ ok: true, endpoint, secret: 's' });
    const endpoints = endpointsWith({ registerEndpoint: useCase });
    const name = 'registerWebhookEndpoint';
    const answer = await askEndpoint(endpoints, name, { body, chosenId: otherId });
    expect(answer).toEqual({ status: 201, body: { item: { ...item, secret: 's' } } });
    const told = { ...body, types: ['package_upgrade'], enabled: false };
    await askEndpoint(endpoints, name, { body: told });
    expect(asked).toEqual([
      { organisationId, ...body, types: null, enabled: true, chosenId: otherId },
      { organisationId, ...told, chosenId: null },
    ]);
  });

  test.each([
    ['too_many_endpoints', 409, 'too_many_webhook_endpoints'],
    ['url_not_https', 400, 'invalid_parameter'],
  ])('that fails by %s is %s %s', async (failure, status, code) => {
    const endpoints = endpointsWith({
      registerEndpoint: recording({ ok: false, failure }).useCase,
    });
    const answer = await askEndpoint(endpoints, 'registerWebhookEndpoint', { body });
    expect(answer).toMatchObject({ status, code });
  });
});

describe('one of them', () => {
  test('is found, changed and removed by its id', async () => {
    const { useCase, asked } = recording({ ok: true, endpoint });
    const endpoints = endpointsWith({
      findEndpoint: useCase,
      updateEndpoint: useCase,
      removeEndpoint: useCase,
    });
    const told = { status: 200, body: { item } };
    expect(await askEndpoint(endpoints, 'findWebhookEndpoint', { params })).toEqual(told);
    const update = { params, body: { enabled: false } };
    expect(await askEndpoint(endpoints, 'updateWebhookEndpoint', update)).toEqual(told);
    const removed = await askEndpoint(endpoints, 'removeWebhookEndpoint', { params });
    expect(removed).toEqual({ status: 204, body: null });
    const key = { organisationId, id: otherId };
    expect(asked).toEqual([key, { ...key, enabled: false }, key]);
  });

  test.each(['findWebhookEndpoint', 'updateWebhookEndpoint', 'removeWebhookEndpoint'])(
    '%s is 404 where it is unknown or cannot be one',
    async (name) => {
      const endpoints = endpointsWith({});
      expect(await askEndpoint(endpoints, name, { params })).toBe(unknownWebhookEndpoint);
      const noId = { params: { id: 'no-id' } };
      expect(await askEndpoint(endpoints, name, noId)).toBe(unknownWebhookEndpoint);
    },
  );

  test('is not sent to an address that may not be', async () => {
    const endpoints = endpointsWith({
      updateEndpoint: recording({ ok: false, failure: 'address_not_allowed' }).useCase,
    });
    const update = { params, body: { url: 'https://10.0.0.1/' } };
    expect(await askEndpoint(endpoints, 'updateWebhookEndpoint', update)).toMatchObject({
      status: 400,
      body: { field: 'url' },
    });
  });
});

test('an id is compared in lower case', () => {
  expect(endpointIdOf(params)).toBe(otherId);
  expect(endpointIdOf({ id: 'no-id' })).toBeNull();
});

import { describe, expect, test } from '@jest/globals';
import {
  type ApiClientsDeps,
  makeApiClientEndpoints,
} from '../../../../../src/http/payway/endpoints/api-clients.js';
import { unknownClient } from '../../../../../src/http/payway/problems/not-found.js';
import {
  askEndpoint,
  caller,
  organisationId,
  recording,
} from '../../../../support/ask-endpoint.js';

const unknown = recording({ ok: false, failure: 'unknown_client' }).useCase;
const endpointsWith = (given: Partial<ApiClientsDeps>) =>
  makeApiClientEndpoints({
    listClients: unknown,
    delegateClient: unknown,
    rotateDelegatedSecret: unknown,
    disableClient: unknown,
    enableClient: unknown,
    ...given,
  });
const held = { caller: { ...caller, scopes: ['/a'] } };

test('listApiClients tells of all, and never of a secret', async () => {
  const client = { id: 'shop', organisationId, scopes: ['/a'], provisionService: 'tulo' };
  const { useCase, asked } = recording([{ ...client, disabled: true }]);
  const answer = await askEndpoint(endpointsWith({ listClients: useCase }), 'listApiClients');
  const item = { client_id: 'shop', scopes: ['/a'], provision_service: 'tulo', enabled: false };
  expect([answer, asked]).toEqual([{ status: 200, body: { items: [item] } }, [organisationId]]);
});

describe('addApiClient', () => {
  const body = { client_id: 'shop', scopes: ['/a'] };

  test('tells its secret this once, and passes on what the caller may', async () => {
    const { useCase, asked } = recording({ ok: true, secret: 's' });
    const endpoints = endpointsWith({ delegateClient: useCase });
    const answer = await askEndpoint(endpoints, 'addApiClient', { ...held, body });
    expect(answer).toEqual({ status: 201, body: { item: { client_id: 'shop', secret: 's' } } });
    const wanted = { id: 'shop', scopes: ['/a'], provisionService: 'tulo', secret: null };
    expect(asked).toEqual([{ organisationId, heldScopes: ['/a'], ...wanted }]);
  });

  test.each([
    ['client_id_taken', 409, 'client_id_taken'],
    ['scopes_not_held', 409, 'scopes_not_held'],
    ['client_id_not_allowed', 400, 'invalid_parameter'],
  ])('that fails by %s is %s %s', async (failure, status, code) => {
    const delegateClient = recording({ ok: false, failure }).useCase;
    const answer = await askEndpoint(endpointsWith({ delegateClient }), 'addApiClient', { body });
    expect(answer).toMatchObject({ status, body: { code } });
  });

  test('is refused without a scope', async () => {
    const none = { body: { ...body, scopes: [] } };
    const answer = await askEndpoint(endpointsWith({}), 'addApiClient', none);
    expect(answer).toMatchObject({ status: 400, body: { field: 'scopes' } });
  });
});

describe('rotateApiClientSecret', () => {
  const body = { client_id: 'shop' };
  const ask = (answer: unknown) => {
    const { useCase, asked } = recording(answer);
    const endpoints = endpointsWith({ rotateDelegatedSecret: useCase });
    const request = { ...held, body };
    return { answered: askEndpoint(endpoints, 'rotateApiClientSecret', request), asked };
  };

  test('tells the new secret this once', async () => {
    const { answered, asked } = ask({ ok: true, secret: 't' });
    const item = { client_id: 'shop', secret: 't' };
    expect(await answered).toEqual({ status: 200, body: { item } });
    expect(asked).toEqual([{ organisationId, id: 'shop', heldScopes: ['/a'], secret: null }]);
  });

  test('of one that is unknown is 404, and of one that may do more 409', async () => {
    expect(await ask({ ok: false, failure: 'unknown_client' }).answered).toBe(unknownClient);
    expect(await ask({ ok: false, failure: 'scopes_not_held' }).answered).toMatchObject({
      status: 409,
    });
  });
});

describe('switchApiClient', () => {
  test.each([
    ['enableClient', true],
    ['disableClient', false],
  ] as const)('asks %s where enabled is %s', async (useCaseName, enabled) => {
    const { useCase, asked } = recording({ ok: true });
    const body = { client_id: 'shop', enabled };
    const endpoints = endpointsWith({ [useCaseName]: useCase });
    const answer = await askEndpoint(endpoints, 'switchApiClient', { body });
    expect(answer).toEqual({ status: 200, body: { item: body } });
    expect(asked).toEqual([{ organisationId, id: 'shop' }]);
  });

  test('of one that is unknown is 404', async () => {
    const body = { client_id: 'nobody', enabled: false };
    expect(await askEndpoint(endpointsWith({}), 'switchApiClient', { body })).toBe(unknownClient);
  });
});

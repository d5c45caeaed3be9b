import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { call, endpointContract, type Subject } from './endpoint-contract.js';
import { described, fieldRows, textRow } from './field-cases.js';
import { type RecordedApp, startRecordedApp } from './recorded-app.js';
import { allScopes, organisationId } from './start-app.js';

let app: RecordedApp;
beforeAll(async () => {
  app = await startRecordedApp();
});
afterAll(() => app.close());

const scope = '/external/client/w';
const listed = {
  ...{ id: 'shop', organisationId, scopes: ['/external/me/r'], provisionService: 'tulo' },
  disabled: true,
};
const told = { ok: true, secret: 'told once' } as const;
const allow = 'GET, HEAD, POST, PUT';

const list: Subject = { name: 'listApiClients', example: {}, allow, result: [listed] };
const add: Subject = {
  name: 'addApiClient',
  example: { client_id: 'shop', scopes: [scope, '/external/me/r'], provision_service: 'tulo' },
  ...{ allow, result: told },
};
const rotate: Subject = {
  name: 'rotateApiClientSecret',
  example: { client_id: 'shop' },
  ...{ allow: 'POST', result: told },
};
const change: Subject = {
  name: 'switchApiClient',
  example: { client_id: 'shop', enabled: false },
  ...{ allow, result: { ok: true } },
};

const clientRow = ['client_id', 'required', 'string', 255, '/^[\\x20-\\x7e]+$/'] as const;

describe('The address, scope and fields of docs/spec/payway-api.md §6', () => {
  const all = '/external/api/v1/api_clients';
  const [name, , type, ...format] = textRow('provision_service', 50);
  test.each([
    { name: 'listApiClients', method: 'get', path: all, fields: [] },
    {
      ...{ name: 'addApiClient', method: 'post', path: all },
      fields: [
        clientRow,
        ['scopes', 'required', 'strings'],
        [name, 'optional', type, ...format],
      ] as const,
    },
    {
      ...{ name: 'rotateApiClientSecret', method: 'post', path: `${all}/rotate_secret` },
      fields: [clientRow],
    },
    {
      ...{ name: 'switchApiClient', method: 'put', path: all },
      fields: [clientRow, ['enabled', 'required', 'boolean']] as const,
    },
  ])('$name', ({ name: endpoint, method, path, fields }) => {
    const description = described(endpoint);
    expect(description).toMatchObject({ method, path, scope });
    expect(fieldRows(description.body ?? [])).toEqual(fields);
  });
});

for (const subject of [list, add, rotate, change]) endpointContract(() => app, subject);

const answered = async (subject: Subject, result: unknown = subject.result) => {
  app.answerWith(result);
  const { status, json } = await call(app, subject);
  return [status, json];
};

describe('Listing API clients', () => {
  test('tells of each what it may, and nothing of a secret', async () => {
    const item = { client_id: 'shop', scopes: ['/external/me/r'], provision_service: 'tulo' };
    const leaking = [{ ...listed, secretHash: 'scrypt$' }];
    expect(await answered(list, leaking)).toEqual([200, { items: [{ ...item, enabled: false }] }]);
    expect(app.asked).toEqual([{ useCase: 'listClients', args: [organisationId] }]);
  });

  test('of an organisation without any is an empty list', async () => {
    expect(await answered(list, [])).toEqual([200, { items: [] }]);
  });
});

describe('Adding an API client', () => {
  const wanted = { organisationId, id: 'shop', provisionService: 'tulo', secret: null };
  const asked = { ...wanted, scopes: [scope, '/external/me/r'], heldScopes: [scope] };

  test('tells its secret, and asks for what was sent', async () => {
    const item = { client_id: 'shop', secret: told.secret };
    expect(await answered(add)).toEqual([201, { item }]);
    expect(app.asked).toEqual([{ useCase: 'delegateClient', args: [asked] }]);
  });

  test('asks with all that the token holds, and no more than that', async () => {
    app.answerWith(told);
    await call(app, add, { token: app.token(allScopes) });
    const args = [{ ...asked, heldScopes: allScopes }];
    expect(app.asked).toEqual([{ useCase: 'delegateClient', args }]);
  });

  test.each([
    ['client_id_taken', 409, { code: 'client_id_taken' }],
    ['scopes_not_held', 409, { code: 'scopes_not_held' }],
    ['client_id_not_allowed', 400, { code: 'invalid_parameter', field: 'client_id' }],
    ['secret_not_allowed', 400, { code: 'invalid_parameter', field: 'client_id' }],
  ])('that fails by %s is %s', async (failure, status, json) => {
    expect(await answered(add, { ok: false, failure })).toMatchObject([status, json]);
  });

  test('without a single scope reaches nothing', async () => {
    app.answerWith(told);
    const body = JSON.stringify({ ...add.example, scopes: [] });
    const { status, json } = await call(app, add, { body });
    const message = 'Parameter must name at least one scope';
    expect([status, json]).toEqual([400, { code: 'invalid_parameter', field: 'scopes', message }]);
    expect(app.asked).toEqual([]);
  });

  test('tells no secret in a log', async () => {
    await answered(add);
    expect(JSON.stringify([app.logged, app.requestLines])).not.toContain(told.secret);
  });
});

const unknown = { code: 'not_found', message: 'The API client could not be found' };

describe('Rotating a secret', () => {
  beforeEach(() => {
    app.answerWith(told);
  });

  test('tells the new one, and asks with what the caller holds', async () => {
    const item = { client_id: 'shop', secret: told.secret };
    expect(await answered(rotate)).toEqual([200, { item }]);
    const args = [{ organisationId, id: 'shop', heldScopes: [scope], secret: null }];
    expect(app.asked).toEqual([{ useCase: 'rotateDelegatedSecret', args }]);
  });

  test('of a client that is unknown, or another organisation’s, is 404', async () => {
    const answer = await answered(rotate, { ok: false, failure: 'unknown_client' });
    expect(answer).toEqual([404, unknown]);
  });

  test('of a client that may do more than the caller is 409', async () => {
    const answer = await answered(rotate, { ok: false, failure: 'scopes_not_held' });
    expect(answer).toMatchObject([409, { code: 'scopes_not_held' }]);
  });
});

describe('Switching an API client', () => {
  test.each([
    [false, 'disableClient'],
    [true, 'enableClient'],
  ])('to enabled %s asks %s', async (enabled, useCase) => {
    const item = { client_id: 'shop', enabled };
    expect(await answered({ ...change, example: item })).toEqual([200, { item }]);
    expect(app.asked).toEqual([{ useCase, args: [{ organisationId, id: 'shop' }] }]);
  });

  test('that is unknown, or another organisation’s, is 404', async () => {
    const answer = await answered(change, { ok: false, failure: 'unknown_client' });
    expect(answer).toEqual([404, unknown]);
  });
});

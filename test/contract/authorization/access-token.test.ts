import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { BusyError } from '../../../src/application/ports/failures.js';
import {
  audience,
  changeRequest,
  clientSecret,
  issuer,
  organisationId,
  startApp,
  type StartedApp,
} from '../payway/start-app.js';
import { send, type Answer } from '../payway/send.js';

const path = '/api/authorization/access_token';
const form = 'application/x-www-form-urlencoded';
const scope = '/external/subscription_system/w /external/userproduct/w';
const good = { client_id: 'demo', client_secret: clientSecret, grant_type: 'none', scope };

let app: StartedApp;
beforeAll(async () => {
  app = await startApp();
});
afterEach(() => {
  app.client.disabled = false;
});
afterAll(() => app.close());

function post(body: string | Buffer, headers: Record<string, string> = {}): Promise<Answer> {
  return send(app.port, {
    method: 'POST',
    path,
    headers: { 'content-type': form, ...headers },
    body,
  });
}

function ask(fields: Record<string, string>): Promise<Answer> {
  return post(new URLSearchParams(fields).toString());
}

function without(...names: string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(good).filter(([name]) => !names.includes(name)));
}

function basic(id: string, secret: string): Record<string, string> {
  return { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` };
}

describe('a token (docs/spec/payway-api.md §4)', () => {
  test.each(['none', 'client_credentials'])('is issued for grant_type=%s', async (grantType) => {
    const answer = await ask({ ...good, grant_type: grantType });
    expect(answer.status).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.json).toEqual({
      access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      token_type: 'Bearer',
      expires_in: 3600,
      scope,
    });
  });

  test('opens what it was asked for, and says who, whose, until when and by which key', async () => {
    const { json } = await ask(good);
    const { access_token: token } = json as { access_token: string };
    const { header, payload } = jwt.decode(token, { complete: true }) ?? {};
    expect(header).toEqual({ alg: 'HS256', typ: 'at+jwt', kid: 'hs' });
    expect(payload).toMatchObject({
      iss: issuer,
      aud: audience,
      sub: 'demo',
      organisation: organisationId,
      scope,
    });
    const { iat, exp, jti } = payload as jwt.JwtPayload;
    expect((exp ?? 0) - (iat ?? 0)).toBe(3600);
    expect(jti).toMatch(/^[\da-f-]{36}$/);
    expect(await send(app.port, changeRequest(token))).toMatchObject({ status: 200 });
  });

  test('does not hold more than was asked for', async () => {
    const { json } = await ask({ ...good, scope: '/external/userproduct/w' });
    const { access_token: token } = json as { access_token: string };
    expect(await send(app.port, changeRequest(token))).toMatchObject({ status: 403 });
  });

  test('is issued to a client that authenticates by HTTP Basic (RFC 6749 §2.3.1)', async () => {
    const body = new URLSearchParams(without('client_id', 'client_secret')).toString();
    expect(await post(body, basic('demo', clientSecret))).toMatchObject({ status: 200 });
  });

  test('names a scope once that was asked for twice', async () => {
    const { json } = await ask({
      ...good,
      scope: ' /external/userproduct/w  /external/userproduct/w ',
    });
    expect(json).toMatchObject({ scope: '/external/userproduct/w' });
  });

  test('is issued though an unknown parameter is there (RFC 6749 §3.2)', async () => {
    expect(await ask({ ...good, colour: 'red' })).toMatchObject({ status: 200 });
  });
});

const refusals = [
  {
    what: 'a wrong secret',
    fields: { ...good, client_secret: 'x' },
    status: 401,
    error: 'invalid_client',
  },
  {
    what: 'an unknown client',
    fields: { ...good, client_id: 'nobody' },
    status: 401,
    error: 'invalid_client',
  },
  {
    what: 'a client id of 256 characters',
    fields: { ...good, client_id: 'x'.repeat(256) },
    status: 401,
    error: 'invalid_client',
  },
  { what: 'no client id', fields: without('client_id'), status: 401, error: 'invalid_client' },
  { what: 'no secret', fields: without('client_secret'), status: 401, error: 'invalid_client' },
  {
    what: 'an empty secret',
    fields: { ...good, client_secret: '' },
    status: 401,
    error: 'invalid_client',
  },
  { what: 'no grant type', fields: without('grant_type'), status: 400, error: 'invalid_request' },
  {
    what: 'an empty grant type',
    fields: { ...good, grant_type: '' },
    status: 400,
    error: 'invalid_request',
  },
  {
    what: 'another grant type',
    fields: { ...good, grant_type: 'password' },
    status: 400,
    error: 'unsupported_grant_type',
  },
  { what: 'no scope', fields: without('scope'), status: 400, error: 'invalid_scope' },
  {
    what: 'a scope that the client lacks',
    fields: { ...good, scope: '/external/nothing/w' },
    status: 400,
    error: 'invalid_scope',
  },
  {
    what: 'one scope too many',
    fields: { ...good, scope: `${scope} /x` },
    status: 400,
    error: 'invalid_scope',
  },
  {
    what: 'part of a scope',
    fields: { ...good, scope: '/external/userproduct' },
    status: 400,
    error: 'invalid_scope',
  },
  {
    what: 'a scope with a newline',
    fields: { ...good, scope: '/external/userproduct/w\n' },
    status: 400,
    error: 'invalid_scope',
  },
];

describe('no token (RFC 6749 §5.2)', () => {
  test.each(refusals)('for $what', async ({ fields, status, error }) => {
    const answer = await ask(fields);
    expect(answer.status).toBe(status);
    expect(answer.json).toEqual({ error, error_description: expect.any(String) });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['www-authenticate']).toBe(
      status === 401 ? 'Basic realm="access_token"' : undefined,
    );
  });

  test('for a disabled client, in the same words as for a wrong secret', async () => {
    const wrong = await ask({ ...good, client_secret: 'x' });
    app.client.disabled = true;
    const disabled = await ask(good);
    expect([disabled.status, disabled.text]).toEqual([401, wrong.text]);
  });

  test.each([
    { what: 'JSON', headers: { 'content-type': 'application/json' }, body: JSON.stringify(good) },
    { what: 'compressed', headers: { 'content-encoding': 'gzip' }, body: 'x' },
    {
      what: 'a parameter twice',
      headers: {},
      body: `${new URLSearchParams(good).toString()}&client_id=demo`,
    },
    {
      what: 'two ways to authenticate',
      headers: basic('demo', clientSecret),
      body: new URLSearchParams(good).toString(),
    },
    { what: 'an empty body', headers: {}, body: '' },
    { what: 'bytes that are no UTF-8', headers: {}, body: Buffer.from([0xff, 0xfe]) },
  ])('for $what: invalid_request', async ({ headers, body }) => {
    const answer = await post(body, headers);
    expect(answer.status).toBe(400);
    expect(answer.json).toEqual({
      error: 'invalid_request',
      error_description: expect.any(String),
    });
  });

  test('for 3 MB: 413, and the client reads it', async () => {
    const answer = await post('x'.repeat(3_000_000));
    expect(answer.status).toBe(413);
    expect(answer.json).toMatchObject({ error: 'invalid_request' });
  });

  test('by GET: 405', async () => {
    const answer = await send(app.port, { method: 'GET', path });
    expect([answer.status, answer.headers.allow]).toEqual([405, 'POST']);
  });
});

test('an address above its rate is told when to come back', async () => {
  const limited = await startApp({ tokenRequestsPerMinute: 1 });
  const body = new URLSearchParams(good).toString();
  const request = {
    method: 'POST',
    path,
    headers: { 'content-type': form, 'x-forwarded-for': '10.0.0.1' },
    body,
  };
  await send(limited.port, request);
  const second = await send(limited.port, {
    ...request,
    headers: { ...request.headers, 'x-forwarded-for': '10.0.0.2' },
  });
  await limited.close();
  expect(second.status).toBe(429);
  expect(second.headers).toHaveProperty('retry-after');
});

test('too many secrets to hash at once is 503 with Retry-After', async () => {
  const busy = await startApp({
    issueAccessToken: () => Promise.reject(new BusyError('too many')),
  });
  const body = new URLSearchParams(good).toString();
  const answer = await send(busy.port, {
    method: 'POST',
    path,
    headers: { 'content-type': form },
    body,
  });
  await busy.close();
  expect([answer.status, answer.headers['retry-after']]).toEqual([503, '1']);
});

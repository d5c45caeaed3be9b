import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type AccountId, toId } from '../../../src/domain/ids.js';
import { describedEndpoints } from '../../support/api-document.js';
import { send, type Answer } from '../payway/send.js';
import { allScopes, startApp, type StartedApp } from '../payway/start-app.js';

const origin = 'https://portal.example.com';
const account = toId<AccountId>('a'.repeat(24));
const path = '/external/api/v1/me/change_product';
let app: StartedApp;
let closed: StartedApp;
beforeAll(async () => {
  app = await startApp({ corsOrigins: [origin] });
  closed = await startApp();
});
afterAll(() => Promise.all([app.close(), closed.close()]));

const preflight = (port: number, at: string, from = origin): Promise<Answer> => {
  const headers = { origin: from, 'access-control-request-method': 'PUT' };
  return send(port, { method: 'OPTIONS', path: at, headers });
};
const change = (headers: Readonly<Record<string, string>>) =>
  send(app.port, {
    method: 'PUT',
    path,
    headers: { origin, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ id: 'b'.repeat(24), package_code: 'a' }),
  });
const allowed = ({ headers }: Answer) => headers['access-control-allow-origin'];
const bearer = () => ({ authorization: `Bearer ${app.token(allScopes, account)}` });
const addresses = [...new Set(describedEndpoints.map((it) => it.path))].map((at) => {
  const own = describedEndpoints.filter((it) => it.path === at);
  const methods = own.map((it) => (it.method === 'get' ? 'GET, HEAD' : it.method.toUpperCase()));
  return { at: at.replace(/\{\w+\}/, 'x'), methods: methods.join(', ') };
});
const own = addresses.filter(({ at }) => at.includes('/me/'));
const others = addresses.filter(({ at }) => !at.includes('/me/'));

// docs/spec/payway-api.md §5
describe('A page of an origin in CORS_ORIGINS', () => {
  test.each(own)('may ask $methods $at, and is told so without a token', async (row) => {
    const answer = await preflight(app.port, row.at);
    expect([answer.status, answer.text, allowed(answer)]).toEqual([204, '', origin]);
    expect(answer.headers['access-control-allow-methods']).toBe(row.methods);
    expect(answer.headers).not.toHaveProperty('access-control-allow-credentials');
    expect(answer.headers).toHaveProperty('x-request-id');
  });

  test.each([...others, { at: '/health/live' }, { at: '/openapi.json' }, { at: '/nowhere' }])(
    'may not ask $at',
    async ({ at }) => {
      const answer = await preflight(app.port, at);
      expect([allowed(answer), answer.headers.vary]).toEqual([undefined, undefined]);
      expect([404, 405]).toContain(answer.status);
    },
  );

  test.each([
    { what: 'a success', headers: bearer, status: 200 },
    { what: 'a refusal', headers: () => ({ ...bearer(), 'if-match': 'x' }), status: 400 },
    { what: 'no token', headers: () => ({}), status: 401 },
  ])('may read $what', async ({ headers, status }) => {
    const answer = await change(headers());
    expect([answer.status, allowed(answer), answer.headers.vary]).toEqual([
      status,
      origin,
      'Origin',
    ]);
    expect(answer.headers['access-control-expose-headers']).toContain('X-Request-Id');
  });
});

test.each(['https://elsewhere.example.com', 'null', `${origin}.evil.example`])(
  'a page of %s may not',
  async (from) => {
    const before = await preflight(app.port, path, from);
    expect([before.status, allowed(before), before.headers.vary]).toEqual([
      405,
      undefined,
      'Origin',
    ]);
    const answer = await change({ ...bearer(), origin: from });
    expect([answer.status, allowed(answer), answer.headers.vary]).toEqual([
      200,
      undefined,
      'Origin',
    ]);
  },
);

test.each(own)('where none is set, OPTIONS $at is a method like any other', async ({ at }) => {
  const answer = await preflight(closed.port, at);
  expect([answer.status, allowed(answer), answer.headers.vary]).toEqual([
    405,
    undefined,
    undefined,
  ]);
});

import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { send } from './send.js';
import { changeProductPath, changeRequest, startApp, type StartedApp } from './start-app.js';

let app: StartedApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

describe('X-Request-Id (docs/spec/payway-api.md §1)', () => {
  test('is the client’s own where that is sane', async () => {
    const headers = { 'x-request-id': 'order-7:a.b/c+d=_1' };
    const answer = await send(app.port, { method: 'GET', path: '/health/live', headers });
    expect(answer.headers['x-request-id']).toBe('order-7:a.b/c+d=_1');
  });

  test.each(['', 'a b', 'x'.repeat(129), '<script>', 'å'].map((id) => ({ id })))(
    'is a new one for "$id"',
    async ({ id }) => {
      const headers = { 'x-request-id': id };
      const answer = await send(app.port, { method: 'GET', path: '/health/live', headers });
      expect(answer.headers['x-request-id']).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    },
  );

  test('is on refusals too', async () => {
    const answers = await Promise.all([
      send(app.port, changeRequest('x')),
      send(app.port, changeRequest(app.token(), '{')),
      send(app.port, { method: 'GET', path: '/nowhere' }),
      send(app.port, { method: 'GET', path: changeProductPath }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([401, 400, 404, 405]);
    expect(answers.every(({ headers }) => headers['x-request-id'] !== undefined)).toBe(true);
  });
});

describe('addresses', () => {
  test.each(
    [
      '/external/api/v1/nothing',
      '/external/api/v1/subscription_system/change_product/more',
      '/External/api/v1/subscription_system/change_product',
      '/external/api/v1/userproducts/%E0%A4%A',
      '/external/api/v1/userproducts/%',
      '/api/authorization',
      '/health',
      '/metrics',
    ].map((path) => ({ path })),
  )('$path is 404 (docs/spec/payway-api.md §1)', async ({ path }) => {
    const answer = await send(app.port, { method: 'GET', path });
    expect(answer.status).toBe(404);
    expect(answer.json).toEqual({ code: 'not_found', message: 'There is nothing at this address' });
    expect(app.logged).toEqual([]);
  });
});

describe('what no answer says', () => {
  test('no answer names what it is made with; Helmet’s headers are there', async () => {
    const answers = await Promise.all([
      send(app.port, changeRequest(app.token())),
      send(app.port, changeRequest('x')),
      send(app.port, { method: 'GET', path: '/nowhere' }),
    ]);
    for (const { headers, text } of answers) {
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'SAMEORIGIN',
      });
      expect(JSON.stringify(headers) + text).not.toMatch(/express|node|mongo|jsonwebtoken|helmet/i);
    }
  });
});

describe('what is no HTTP', () => {
  function talk(bytes: string): Promise<string> {
    return new Promise((resolve, reject) => {
      let read = '';
      const socket = connect(app.port, '127.0.0.1', () => socket.write(bytes));
      socket.on('data', (data: Buffer) => (read += data.toString()));
      socket.on('close', () => {
        resolve(read);
      });
      socket.on('error', reject);
    });
  }

  test.each([
    { what: 'rubbish', bytes: 'HELLO\r\n\r\n', status: 400, code: 'bad_request' },
    {
      what: '20 kB of headers',
      bytes: `GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`,
      status: 431,
      code: 'headers_too_large',
    },
    {
      what: 'two lengths',
      bytes: 'PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      status: 400,
      code: 'bad_request',
    },
    {
      what: 'a length below zero',
      bytes: 'PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n',
      status: 400,
      code: 'bad_request',
    },
  ])('$what is answered $status and closed', async ({ bytes, status, code }) => {
    const text = await talk(bytes);
    expect(text).toMatch(new RegExp(`^HTTP/1.1 ${String(status)} `));
    expect(text).toContain(`"code":"${code}"`);
    expect(text).toContain('Connection: close');
    expect(text).not.toMatch(/HPE_|Parse Error/);
  });
});

describe('rate limit (docs/spec/payway-api.md §1)', () => {
  test('a client above it is told when to come back, whatever token it uses', async () => {
    const limited = await startApp({ rateLimitPerMinute: 2 });
    const first = await send(limited.port, changeRequest(limited.token()));
    await send(limited.port, changeRequest(limited.token()));
    const third = await send(limited.port, changeRequest(limited.token(['/other'])));
    const stranger = await send(limited.port, changeRequest('x'));
    await limited.close();
    expect(first.headers).toMatchObject({ 'ratelimit-limit': '2', 'ratelimit-remaining': '1' });
    expect(third.status).toBe(429);
    expect(Number(third.headers['retry-after'])).toBeGreaterThan(0);
    expect(third.json).toEqual({
      code: 'too_many_requests',
      message: 'Too many requests: try again later',
    });
    expect(stranger.status).toBe(401);
  });
});

describe('health (docs/spec/operations.md §3)', () => {
  test('live and ready are 200 without a token', async () => {
    const live = await send(app.port, { method: 'GET', path: '/health/live' });
    const ready = await send(app.port, { method: 'GET', path: '/health/ready' });
    expect([live.status, live.json]).toEqual([200, { status: 'live' }]);
    expect([ready.status, ready.json]).toEqual([200, { status: 'ready' }]);
    expect(ready.headers['cache-control']).toBe('no-store');
  });

  test('what fails is named', async () => {
    const failing = await startApp({
      checkReadiness: () => Promise.resolve({ ready: false, failing: ['database', 'clock'] }),
    });
    const ready = await send(failing.port, { method: 'GET', path: '/health/ready' });
    const live = await send(failing.port, { method: 'GET', path: '/health/live' });
    await failing.close();
    expect([ready.status, ready.json]).toEqual([
      503,
      { status: 'not_ready', failing: ['database', 'clock'] },
    ]);
    expect(live.status).toBe(200);
  });

  test('POST is 405', async () => {
    const answer = await send(app.port, { method: 'POST', path: '/health/ready' });
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD']);
  });
});

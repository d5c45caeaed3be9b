import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { send } from '../payway/send.js';
import { startApp, type StartedApp } from '../payway/start-app.js';

let app: StartedApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const get = (path: string, accept: string, method = 'GET') =>
  send(app.port, { method, path, headers: { accept } });

// docs/spec/operations.md §3
test('a browser at the root reads what this is, and where to go on', async () => {
  const { status, headers, text } = await get('/', 'text/html,*/*;q=0.8');
  expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  const addresses = [...text.matchAll(/href="([^"]+)"/g)].map(([, address]) => String(address));
  expect(addresses).toEqual(['/docs', '/openapi.json']);
  const parts = await Promise.all(addresses.map((it) => get(it, '*/*')));
  expect(parts.map((it) => it.status)).toEqual([200, 200]);
});

test('its page runs and fetches nothing', async () => {
  const { headers, text } = await get('/', 'text/html');
  const policy = String(headers['content-security-policy']).split(';');
  expect(policy).toEqual([
    "default-src 'none'",
    expect.stringMatching(/^style-src 'sha256-[\w+/]+='$/),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]);
  expect(text).not.toMatch(/<script|<img|<link|https?:|style=/);
});

test('anything else reads the same as JSON', async () => {
  const { status, json, headers } = await get('/', '*/*');
  expect([status, headers['content-type'], headers.vary]).toEqual([
    200,
    'application/json; charset=utf-8',
    'Accept',
  ]);
  expect(json).toEqual({
    name: 'Change Product Gateway',
    version: '0.0.0',
    description: expect.stringMatching(/change_product/),
    links: [
      expect.objectContaining({ title: 'Documentation', href: '/docs' }),
      expect.objectContaining({ title: 'API document', href: '/openapi.json' }),
    ],
  });
  expect(headers).toHaveProperty('x-request-id');
});

test('it answers GET and HEAD only, and takes no query', async () => {
  const head = await get('/', 'text/html', 'HEAD');
  expect([head.status, head.text]).toEqual([200, '']);
  const post = await get('/', '*/*', 'POST');
  expect([post.status, post.headers.allow]).toEqual([405, 'GET, HEAD']);
  const asked = await get('/?stranger=1', 'text/html');
  expect([asked.status, asked.json]).toMatchObject([400, { code: 'unknown_parameter' }]);
});

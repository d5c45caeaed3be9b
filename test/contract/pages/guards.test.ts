import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mountPages } from '../../../src/pages/kit/mount-pages.js';
import { clientAddressOf } from '../../../src/http/core/checks/client-address.js';
import { startApp, type StartedApp } from '../payway/start-app.js';
import { type Asked, askPage, fromOwnPage } from './ask-page.js';
import { insideWords, toySurface } from './toy-surface.js';

const did: string[] = [];
const logged: { level: string; message: string; facts: unknown }[] = [];

async function start(baseUrl: string | null, entriesPerMinute: number): Promise<StartedApp> {
  const note = (level: string) => (message: string, facts?: unknown) => {
    logged.push({ level, message, facts });
  };
  const log = {
    debug: note('debug'),
    info: note('info'),
    warn: note('warn'),
    error: note('error'),
  };
  const pages = mountPages(toySurface(baseUrl, did), {
    log,
    requestTimeoutMs: 50,
    networkOf: (req) => clientAddressOf(req).network,
    entriesPerMinute,
  });
  return startApp({ pages: [pages], log });
}

let local: StartedApp;
let deployed: StartedApp;
beforeAll(async () => {
  local = await start(null, 1_000);
  deployed = await start('https://portal.test', 2);
});
afterAll(async () => {
  await local.close();
  await deployed.close();
});
beforeEach(() => {
  did.length = 0;
  logged.length = 0;
});

const cookie = 'portal=ann';
const ask = ({ headers, ...asked }: Asked) =>
  askPage(local.port, { ...asked, headers: { cookie, ...headers } });
const write = (form: Asked['form'], headers: Readonly<Record<string, string>> = fromOwnPage) =>
  ask({ path: '/portal/things/1', method: 'POST', form: form ?? '', headers });
const own = (port: number) => `http://localhost:${String(port)}`;

describe('A form', () => {
  const form = { key: 'abc', note: 'hello' };

  test('of our own page is taken', async () => {
    expect((await write(form)).status).toBe(200);
    expect((await write(form, { origin: own(local.port) })).status).toBe(200);
    expect(did).toEqual([JSON.stringify(form), JSON.stringify(form)]);
  });

  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another site that names our origin', { 'sec-fetch-site': 'cross-site', origin: 'OWN' }],
    ['a neighbour of the same site', { 'sec-fetch-site': 'same-site', origin: 'OWN' }],
    ['no page at all', { 'sec-fetch-site': 'none', origin: 'null' }],
    ['a hidden origin', { origin: 'null' }],
    ['another origin', { origin: 'https://evil.test' }],
    ['another port', { origin: 'http://localhost:1' }],
    ['nobody knows where', {}],
  ])('of %s is refused, and nothing is done', async (_, headers) => {
    const named = Object.entries(headers).map(([name, it]) => [
      name,
      it === 'OWN' ? own(local.port) : it,
    ]);
    const answer = await write(form, Object.fromEntries(named) as Record<string, string>);
    expect([answer.status, answer.html.includes('foreign_post'), did]).toEqual([403, true, []]);
  });

  test.each([
    ['JSON', 'application/json', '{"key":"abc"}'],
    ['text', 'text/plain', 'key=abc'],
    ['parts', 'multipart/form-data; boundary=x', '--x--'],
    ['nothing that is named', '', 'key=abc'],
  ])('that is %s is refused', async (_, type, body) => {
    const answer = await write(body, { ...fromOwnPage, 'content-type': type });
    expect([answer.status, did]).toEqual([400, []]);
  });

  test.each([
    [
      'in a charset that nobody reads',
      { 'content-type': 'application/x-www-form-urlencoded; charset=x' },
    ],
    ['that is compressed', { 'content-encoding': 'gzip' }],
  ])('%s is refused', async (_, headers) => {
    const answer = await write('key=abc', { ...fromOwnPage, ...headers });
    expect([answer.status, did]).toEqual([400, []]);
  });

  test.each([
    ['larger than 100 kB', `key=abc&note=${'a'.repeat(102_401)}`],
    ['of more than 200 fields', `key=abc&${'a=1&'.repeat(201)}`],
  ])('%s is too much', async (_, body) => {
    const answer = await write(body);
    expect([answer.status, answer.html.includes('too_large'), did]).toEqual([413, true, []]);
  });

  test.each([
    ['a field that nobody knows', 'key=abc&other=1'],
    ['a field twice', 'key=abc&key=abc'],
    ['a field as a list', 'key[]=abc'],
    ['no required field', 'note=x'],
    ['a field that does not fit', 'key=ABC'],
    ['a field that is too long', 'key=abc&note=12345678901'],
    ['nothing', ''],
  ])('with %s is refused', async (_, body) => {
    const answer = await write(body);
    expect([answer.status, answer.html.includes('faulty_form'), did]).toEqual([400, true, []]);
  });

  test('of somebody who is not in does nothing', async () => {
    for (const other of ['', 'portal=bob', '__Host-portal=ann', 'console=ann']) {
      const answer = await write(form, { ...fromOwnPage, cookie: other });
      expect([answer.status, answer.html.includes('session_over')]).toEqual([401, true]);
    }
    expect(did).toEqual([]);
  });
});

describe('A page', () => {
  test('is for whoever is in', async () => {
    expect((await ask({ path: '/portal' })).status).toBe(200);
    expect((await ask({ path: '/portal', headers: { cookie: '' } })).status).toBe(401);
    expect(did).toEqual(['Ann']);
  });

  test('leaves out what does not fit in its address', async () => {
    await ask({ path: '/portal/things/1?key=ABC&note=x&other=1' });
    await ask({ path: '/portal/things/1?key=abc&key=abc' });
    await ask({ path: '/portal/things/1?note[a]=b' });
    expect(did).toEqual(['{"note":"x"}', '{}', '{}']);
  });

  test('is looked at by HEAD without its text, and with its status', async () => {
    const { status, html } = await ask({ path: '/portal', method: 'HEAD' });
    expect([status, html]).toEqual([200, '']);
    expect((await ask({ path: '/portal/nowhere', method: 'HEAD' })).status).toBe(404);
  });

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('is not there for %s', async (method) => {
    const answer = await ask({ path: '/portal/things/1', method });
    expect([answer.status, did]).toEqual([404, []]);
  });

  test.each(['/portal/nowhere', '/portal/things/1/2', '/portal/things/%E0%A4%A', '/portal/%00'])(
    'that is not there is one page: %s',
    async (path) => {
      const { status, html } = await ask({ path });
      expect([status, html.includes('unknown_page')]).toEqual([404, true]);
    },
  );

  test('says of itself what keeps it safe, whatever it is', async () => {
    for (const path of ['/portal', '/portal/nowhere', '/portal/broken/1', '/portal/enter/x']) {
      const { headers } = await ask({ path });
      expect(headers['content-security-policy']).toBe(
        "default-src 'none';script-src 'self';style-src 'self';img-src 'self';connect-src 'self';" +
          "form-action 'self';base-uri 'none';frame-ancestors 'none';" +
          "require-trusted-types-for 'script';trusted-types 'none'",
      );
      expect(headers).toMatchObject({
        'referrer-policy': 'same-origin',
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'cross-origin-opener-policy': 'same-origin',
      });
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });

  test('binds a browser to https as the API does, and to nothing more', async () => {
    const api = await ask({ path: '/nowhere' });
    const { headers } = await ask({ path: '/portal' });
    const name = 'strict-transport-security';
    expect(headers[name]).toBe(api.headers[name]);
  });

  test('answers to its own host alone; every other gets what is nowhere', async () => {
    for (const host of ['evil.test', 'localhost.evil.test', '0.0.0.0']) {
      const { status, headers, html } = await ask({ path: '/portal', headers: { host } });
      expect([
        status,
        headers['content-type']?.startsWith('text/html'),
        html.includes('Ann'),
      ]).toEqual([404, false, false]);
      const entered = await ask({ path: '/portal/enter/x', headers: { host } });
      expect([entered.status, entered.headers['set-cookie']]).toEqual([404, undefined]);
    }
    expect(did).toEqual([]);
  });
});

describe('What fails', () => {
  test('is told as a constant, and noted once', async () => {
    const { status, html } = await ask({ path: '/portal/broken/17' });
    expect([status, html.includes('internal'), html.includes(insideWords)]).toEqual([
      500,
      true,
      false,
    ]);
    expect(logged.filter((it) => it.level === 'error').map((it) => it.message)).toEqual([
      'page failed',
    ]);
  });

  test('for want of the database is told to come again', async () => {
    const { status, headers, html } = await ask({ path: '/portal/away' });
    expect([status, headers['retry-after'], html.includes(insideWords)]).toEqual([503, '2', false]);
    expect(logged.filter((it) => it.level === 'error')).toEqual([]);
  });

  test('to end in time is told so', async () => {
    expect((await ask({ path: '/portal/slow' })).status).toBe(503);
  });

  test('to end in time, where it writes, keeps the key that finds out', async () => {
    const answer = await ask({ path: '/portal/slow', form: { key: 'abc' }, headers: fromOwnPage });
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '2']);
    expect(answer.html).toContain('<p>abc</p>');
  });

  test('to say who is in, where it writes, keeps the key that finds out', async () => {
    const headers = { ...fromOwnPage, cookie: 'portal=away' };
    const answer = await ask({ path: '/portal/slow', form: { key: 'abc' }, headers });
    expect(answer.status).toBe(503);
    expect(answer.html).toContain('<p>abc</p>');
  });
});

describe('An entry', () => {
  test('sets the cookie that the address calls for', async () => {
    const plain = await ask({ path: '/portal/enter/x' });
    expect(plain.headers['set-cookie']).toEqual(['portal=ann; Path=/; HttpOnly; SameSite=Lax']);
    const secure = await askPage(deployed.port, {
      path: '/portal/enter/x',
      headers: { host: 'portal.test' },
    });
    expect(secure.headers['set-cookie']).toEqual([
      '__Host-portal=ann; Path=/; HttpOnly; Secure; SameSite=Lax',
    ]);
  });

  test.each([
    ['HEAD', 'HEAD', {}],
    ['a browser that looks ahead', 'GET', { 'sec-purpose': 'prefetch;prerender' }],
    ['an older browser that looks ahead', 'GET', { purpose: 'prefetch' }],
  ])('knows %s', async (_, method, headers) => {
    await ask({ path: '/portal/enter/x', method, headers: headers });
    expect(did).toEqual(['looked ahead']);
  });

  test('may be tried so often a minute, and then has to wait', async () => {
    const headers = { host: 'portal.test' };
    const tries = [];
    for (let it = 0; it < 4; it += 1) {
      tries.push(await askPage(deployed.port, { path: `/portal/enter/${String(it)}`, headers }));
    }
    const last = tries.at(-1);
    expect([last?.status, last?.headers['retry-after']]).toEqual([429, '2']);
    expect(last?.html).toContain('too_many_requests');
    const home = await askPage(deployed.port, {
      path: '/portal',
      headers: { ...headers, cookie: '__Host-portal=ann' },
    });
    expect(home.status).toBe(200);
  });
});

describe('The log', () => {
  test('has patterns of routes, and nothing of an address, a form, a name or a cookie', async () => {
    const word = 'sesame';
    const headers = { ...fromOwnPage, cookie: `portal=ann; x=${word}` };
    for (const path of ['things', 'broken', 'enter'].map(
      (it) => `/portal/${it}/${word}?a=${word}`,
    )) {
      await ask({ path, headers });
    }
    await ask({ path: `/portal/${word}`, headers });
    await ask({ path: `/portal/things/%E0%A4%A${word}`, headers });
    await ask({ path: `/portal/slow?x=${word}`, form: { key: 'abc', note: word }, headers });
    await ask({ path: `/portal/things/${word}`, form: `key=${word}`, headers });
    const text = JSON.stringify(logged, (_, it: unknown) =>
      it instanceof Error ? it.message : it,
    );
    expect(text).not.toContain(word);
    expect(text).not.toContain('Ann');
    const routes = logged
      .filter((it) => it.message === 'request')
      .map((it) => (it.facts as { route: string }).route);
    expect(new Set(routes)).toEqual(
      new Set([
        '/portal/things/:id',
        '/portal/broken/:id',
        '/portal/enter/:token',
        '/portal/slow',
        'unmatched',
      ]),
    );
  });
});

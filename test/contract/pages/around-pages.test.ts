import { describe, expect, test } from '@jest/globals';
import { askPage, fromOwnPage } from './ask-page.js';
import { insideWords } from './toy-surface.js';
import { openToySuite } from './toy-suite.js';

const { ask, deployed, did, logged } = openToySuite();

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
    const secure = await askPage(deployed().port, {
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
      tries.push(await askPage(deployed().port, { path: `/portal/enter/${String(it)}`, headers }));
    }
    const last = tries.at(-1);
    expect([last?.status, last?.headers['retry-after']]).toEqual([429, '2']);
    expect(last?.html).toContain('too_many_requests');
    const home = await askPage(deployed().port, {
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

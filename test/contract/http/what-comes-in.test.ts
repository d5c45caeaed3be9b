import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type AccountId, toId } from '../../../src/domain/ids.js';
import { assets } from '../../../src/http/docs/page.js';
import { describedEndpoints } from '../../support/api-document.js';
import { validFields, validValue } from '../../support/valid-fields.js';
import { send, type Answer } from '../payway/send.js';
import { startApp, type StartedApp } from '../payway/start-app.js';

let app: StartedApp;
let keyHashes: string[] = [];
beforeAll(async () => {
  app = await startApp({
    runOnce: async ({ keyHash }, run) => {
      keyHashes.push(keyHash);
      return { outcome: 'first', answer: (await run('0'.repeat(24))).answer };
    },
  });
});
afterAll(() => app.close());
beforeEach(() => {
  keyHashes = [];
  app.commands.length = 0;
});

type Endpoint = (typeof describedEndpoints)[number];
type Bent = {
  readonly query?: string;
  readonly body?: string;
  readonly id?: string;
  readonly headers?: Readonly<Record<string, string>>;
};
const account = toId<AccountId>('a'.repeat(24));

/** A request that this endpoint lets through its checks, but for what is bent of it. */
function ask(endpoint: Endpoint, bent: Bent = {}): Promise<Answer> {
  const { method, path, scope, needsIdentity, body, query = [] } = endpoint;
  const token = app.token([scope], needsIdentity ? account : undefined);
  const own = new URLSearchParams(validFields(query) as Record<string, string>).toString();
  const asked = [own, bent.query ?? ''].filter((it) => it !== '').join('&');
  const content = body && (bent.body ?? JSON.stringify(validFields(body)));
  return send(app.port, {
    method: method.toUpperCase(),
    path: `${path.replace(/\{\w+\}/, bent.id ?? 'a'.repeat(24))}?${asked}`,
    headers: {
      authorization: `Bearer ${token}`,
      ...(content === undefined ? {} : { 'content-type': 'application/json' }),
      ...bent.headers,
    },
    ...(content === undefined ? {} : { body: content }),
  });
}

const refusedAs = (code: string, field: string) => [400, { code, field }];
const seen = ({ status, json }: Answer) => [status, json];
const rows = describedEndpoints.map((endpoint) => ({ name: endpoint.name, endpoint }));
const withFields = rows.flatMap(({ name, endpoint }) =>
  (endpoint.body ?? []).map((rule) => ({ name, field: rule.name, endpoint, rule })),
);
const withParameters = rows.flatMap(({ name, endpoint }) =>
  (endpoint.query ?? []).map((rule) => ({ name, field: rule.name, endpoint })),
);

/** A body that the endpoint takes, with this field as often as there are values for it. */
function bodyWith({ body = [] }: Endpoint, field: string, ...values: readonly string[]): string {
  const others = Object.entries(validFields(body)).filter(([name]) => name !== field);
  const members = others.map(([name, it]) => `"${name}":${JSON.stringify(it)}`);
  return `{${[...members, ...values.map((it) => `"${field}":${it}`)].join()}}`;
}

// docs/spec/payway-api.md §1
describe('An unknown query', () => {
  test.each(rows)('is not asked: $name lets its own request through', async ({ endpoint }) => {
    const isNamed = endpoint.name === 'listPaymentPeriods';
    const answer = await ask(endpoint, isNamed ? { query: 'product_code=a' } : {});
    expect(answer.status).not.toBe(400);
  });

  test.each(rows)('is refused by $name, given once or twice', async ({ endpoint }) => {
    for (const query of ['stranger=1', 'stranger', 'stranger=1&stranger=2']) {
      const answer = await ask(endpoint, { query });
      expect(seen(answer)).toMatchObject(refusedAs('unknown_parameter', 'stranger'));
    }
  });
});

describe('What is no text in UTF-8', () => {
  test.each(rows)('is refused in a query of $name', async ({ endpoint }) => {
    for (const sent of ['%ff', '%ed%a0%80', '%c3']) {
      const answer = await ask(endpoint, { query: `stranger=${sent}` });
      expect(seen(answer)).toMatchObject(refusedAs('invalid_parameter', 'stranger'));
    }
  });

  test.each(withParameters)('is refused as ?$field of $name', async ({ endpoint, field }) => {
    const answer = await ask(endpoint, { query: `${field}=%ed%a0%80` });
    expect(seen(answer)).toMatchObject(refusedAs('invalid_parameter', field));
  });

  test.each(withFields)('is refused as $field of $name', async ({ endpoint, field, rule }) => {
    for (const half of [String.raw`"\ud800"`, String.raw`"a\udc00"`, String.raw`"\udc00\ud800"`]) {
      const value = rule.type === 'strings' ? `[${half}]` : half;
      const answer = await ask(endpoint, { body: bodyWith(endpoint, field, value) });
      expect(seen(answer)).toMatchObject(refusedAs('invalid_parameter', field));
    }
  });

  test.each(rows.filter(({ endpoint }) => endpoint.body !== undefined))(
    'names no field of $name',
    async ({ endpoint }) => {
      for (const name of [String.raw`\ud800`, String.raw`a\udfff`]) {
        const answer = await ask(endpoint, { body: bodyWith(endpoint, name, '1') });
        const field = JSON.parse(`"${name}"`) as string;
        expect(seen(answer)).toMatchObject(refusedAs('unknown_parameter', field));
      }
    },
  );

  test.each(rows.filter(({ endpoint }) => endpoint.path.includes('{')))(
    'is nobody’s address at $name',
    async ({ endpoint }) => {
      for (const id of ['%ff', '%ed%a0%80', 'a%00']) {
        expect((await ask(endpoint, { id })).status).toBe(404);
      }
    },
  );

  test.each(rows.filter(({ endpoint }) => endpoint.keeps !== undefined))(
    'is no key of $name',
    async ({ endpoint }) => {
      for (const key of ['\u00ff', '\u00ed\u00a0\u0080']) {
        const answer = await ask(endpoint, { headers: { 'idempotency-key': key } });
        expect(seen(answer)).toMatchObject(refusedAs('invalid_parameter', 'Idempotency-Key'));
        expect([keyHashes, app.commands]).toEqual([[], []]);
      }
    },
  );

  test('is no request id', async () => {
    const headers = { 'x-request-id': 'a\u00ff' };
    const answer = await send(app.port, { method: 'GET', path: '/health/live', headers });
    expect(answer.headers['x-request-id']).toMatch(/^[\da-f-]{36}$/);
  });
});

describe('A field that is there twice', () => {
  test.each(withFields)('is refused as $field of $name', async ({ endpoint, field, rule }) => {
    const value = JSON.stringify(validValue(rule));
    const once = await ask(endpoint, { body: bodyWith(endpoint, field, value) });
    expect(once.status).not.toBe(400);
    const twice = await ask(endpoint, { body: bodyWith(endpoint, field, value, value) });
    expect(seen(twice)).toMatchObject(refusedAs('invalid_parameter', field));
  });
});

const names = assets.map((it) => `/docs/assets/${it}`);
describe.each([
  '/',
  '/health/live',
  '/health/ready',
  '/openapi.json',
  '/docs',
  '/docs/start.js',
  ...names,
])('%s', (path) => {
  test.each([
    ['stranger=1', 'unknown_parameter'],
    ['stranger=1&stranger=2', 'unknown_parameter'],
    ['stranger=%ff', 'invalid_parameter'],
  ])('takes no ?%s', async (query, code) => {
    const answer = await send(app.port, { method: 'GET', path: `${path}?${query}` });
    expect(seen(answer)).toMatchObject(refusedAs(code, 'stranger'));
  });

  test('is there under a query that says nothing', async () => {
    expect((await send(app.port, { method: 'GET', path: `${path}?` })).status).toBe(200);
  });
});

describe('The token endpoint', () => {
  const path = '/api/authorization/access_token';
  const form = 'client_id=demo&client_secret=demo-secret&grant_type=none&scope=/external/me/r';
  const token = (body: string | Buffer, query = '') =>
    send(app.port, {
      method: 'POST',
      path: path + query,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body,
    });

  test.each(['?client_id=demo', '?stranger=1', '?a=%ff'])('takes no %s', async (query) => {
    expect(seen(await token(form, query))).toMatchObject([400, { error: 'invalid_request' }]);
  });

  test.each([
    `${form}&note=%ff`,
    `${form}&%ed%a0%80=1`,
    Buffer.from(`${form}&note=\u00ff`, 'latin1'),
    form.replace('client_id=demo', 'client_id=%ed%a0%80'),
  ])('takes no form that is no text', async (body) => {
    expect(seen(await token(body))).toMatchObject([400, { error: 'invalid_request' }]);
  });

  test.each([form, `${form}&note=100%`, `${form}&note=%c3%a5`, `${form}&note=\u00e5 b`])(
    'takes %s',
    async (body) => {
      expect((await token(body)).status).toBe(200);
    },
  );
});

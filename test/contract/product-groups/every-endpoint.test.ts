import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type AccountId, toId } from '../../../src/domain/ids.js';
import { mayBeAbsent } from '../../../src/http/core/body/read-body.js';
import { describedProductGroups } from '../../support/api-document.js';
import { startApp, type StartedApp } from '../payway/start-app.js';
import { ask, problem } from './ask.js';

let app: StartedApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const rows = describedProductGroups.map((endpoint) => ({ name: endpoint.name, endpoint }));
const withId = rows.filter(({ endpoint }) => endpoint.path.includes('{id}'));
const withBody = rows.filter(({ endpoint }) => endpoint.body !== undefined);
const accountId = toId<AccountId>('56e1741a6fc9365306000001');

/** docs/spec/product-groups-api.md §1: who may ask, and in which order a request is refused. */
describe.each(rows)('$name', ({ name, endpoint: { scope, body, query, mayHaveIdentity } }) => {
  const sent = body === undefined ? {} : { text: '{' };
  const notFound = problem(404, 'not_found', { detail: 'Resource not found' });

  test('asks for a token before anything else', async () => {
    const nobody = await ask(app, name, { ...sent, token: 'x', id: 'no-id', query: 'x=1' });
    expect([nobody.status, nobody.json]).toEqual([401, problem(401, 'unauthorized')]);
    expect(nobody.headers['www-authenticate']).toBe('Bearer error="invalid_token"');
    expect(nobody.headers['content-type']).toBe('application/problem+json');
  });

  const others = [
    `${scope}x`,
    scope.toUpperCase(),
    scope.split(':')[0] ?? '',
    '/external/product/r',
  ];
  test.each([...others, scope.endsWith('read') ? scope.replace('read', 'write') : 'a:read'])(
    'asks for its permission whole: %s is another',
    async (other) => {
      const token = app.token([other]);
      const lacking = await ask(app, name, { ...sent, token, id: 'no-id' });
      expect([lacking.status, lacking.json]).toEqual([403, problem(403, 'insufficient_scope')]);
      expect(lacking.headers['www-authenticate']).toBe(
        `Bearer error="insufficient_scope", scope="${scope}"`,
      );
    },
  );

  test('is there for the token of an account only where that account has something', async () => {
    const answer = await ask(app, name, { ...sent, token: app.token([scope], accountId) });
    // Where there is a body, it is looked at first, and this one cannot be read.
    const looked = body === undefined ? [200, 204, 404] : [400];
    if (mayHaveIdentity) expect(looked).toContain(answer.status);
    else expect([answer.status, answer.json]).toEqual([404, notFound]);
  });

  test('knows no parameter but its own', async () => {
    for (const unknown of ['organisation_id=1', '__proto__=1', 'constructor=1', 'page[$gt]=1']) {
      const answer = await ask(app, name, {
        ...(body === undefined ? {} : { body: {} }),
        query: unknown,
        id: 'no-id',
      });
      expect([answer.status, answer.json]).toEqual([400, problem(400, 'invalid_input')]);
    }
  });

  test('takes each of its parameters once', async () => {
    for (const { name: parameter } of query ?? []) {
      const encoded = encodeURIComponent(parameter);
      const answer = await ask(app, name, { query: `${encoded}=1&${encoded}=2` });
      expect([answer.status, answer.json]).toEqual([400, problem(400, 'invalid_input')]);
    }
  });

  test('answers the methods that it lists', async () => {
    const { status, json, headers } = await ask(app, name, { method: 'PATCH' });
    expect([status, json]).toEqual([405, problem(405, 'method_not_allowed')]);
    expect(headers.allow).toContain(
      describedProductGroups.find((it) => it.name === name)?.method.toUpperCase(),
    );
  });
});

describe.each(withId)('$name', ({ name, endpoint: { body } }) => {
  const sent = body === undefined ? {} : { body: {} };
  test.each(['no-id', 'starter-uuid', '%7BitemId%7D', '__proto__', '0'.repeat(23), '%00'])(
    'finds nothing at %s, whatever is wrong with the fields',
    async (id) => {
      const { status, json } = await ask(app, name, { ...sent, id });
      expect([status, json]).toEqual([
        404,
        problem(404, 'not_found', { detail: 'Resource not found' }),
      ]);
    },
  );

  test('takes what cannot be read before what is not there', async () => {
    if (body === undefined) return;
    const answer = await ask(app, name, { text: '[]', id: 'no-id' });
    expect([answer.status, answer.json]).toEqual([400, problem(400, 'invalid_input')]);
  });
});

describe.each(withBody)('The body of $name', ({ name, endpoint: { body } }) => {
  const isOptional = body !== undefined && mayBeAbsent(body);
  const noJson = ['{', '[]', 'null', '"x"', '1', '{"a":1}}', '{"name":1,"name":1}'];

  test.each(isOptional ? noJson : ['', ...noJson])('is no %s', async (text) => {
    const { status, json } = await ask(app, name, { text });
    expect([status, json]).toEqual([400, problem(400, 'invalid_input')]);
  });

  test.each([
    'text/plain',
    'application/json; charset=utf-16',
    'application/x-www-form-urlencoded',
  ])('does not come as %s', async (type) => {
    const { status, json } = await ask(app, name, { body: {}, headers: { 'content-type': type } });
    expect([status, json]).toEqual([400, problem(400, 'invalid_input')]);
  });

  test('is at most 100 kB', async () => {
    const { status, json } = await ask(app, name, { text: `{"name":"${'x'.repeat(102_400)}"}` });
    expect([status, json]).toEqual([413, problem(413, 'payload_too_large')]);
  });

  test.each([
    { 'idempotency-key': 'x'.repeat(256) },
    { 'idempotency-key': '\t' },
    { 'if-match': '3' },
  ])('comes with headers that can be read: %j', async (headers) => {
    const sent = { body: {}, headers: headers as Record<string, string> };
    const { status, json } = await ask(app, name, sent);
    expect([status, json]).toEqual([400, problem(400, 'invalid_input')]);
  });
});

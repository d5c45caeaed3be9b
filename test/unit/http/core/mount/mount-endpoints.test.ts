import { expect, test } from '@jest/globals';
import type { Caller } from '../../../../../src/application/authorization/authenticate.js';
import type { Dialect } from '../../../../../src/http/core/dialect.js';
import { makeEndpoint } from '../../../../../src/http/core/endpoint.js';
import { failed } from '../../../../../src/http/core/failure.js';
import { mountEndpoints } from '../../../../../src/http/core/mount/mount-endpoints.js';
import { type Exchange, makeExchange, passedOn } from '../../../../support/http-exchange.js';
import { answered } from '../../../../support/answered.js';

const described = {
  summary: '',
  description: '',
  tag: '',
  scope: 'thing:write',
  answer: { status: 200, schema: null },
  refusals: [],
} as const;
const asked: unknown[] = [];
const find = makeEndpoint(
  { ...described, name: 'findThing', method: 'get', path: '/things/{id}' },
  (request) => {
    asked.push(request);
    const { id } = request.params;
    return Promise.resolve(
      id === 'none' ? failed('version_mismatch') : { status: 200, body: { id } },
    );
  },
);
const size = makeEndpoint(
  {
    ...described,
    name: 'sizeThing',
    method: 'put',
    path: '/things/{id}',
    body: [{ name: 'size', required: true, type: 'integer', minimum: 1, maximum: 9 }],
    keeps: 'in_user_product',
  },
  async ({ guards }) => {
    const { status, body: text } = await guards.answerOf({ ...answered('1'), id: 'kept' as never });
    return { status, text, isReplay: true };
  },
);
const dialect = {
  keptAnswer: (id, { name }) => ({ status: 201, body: `${id} by ${name}` }),
  auditOf: ({ params }) => ({ answeredId: String(params.id) }),
} as Partial<Dialect> as Dialect;
const caller = { clientId: 'c', organisationId: 'o', scopes: ['thing:write'], accountId: null };
const router = mountEndpoints([{ dialect, endpoints: [find, size] }], {
  authenticate: (token) => Promise.resolve(token === 'good' ? (caller as unknown as Caller) : null),
  rateLimitPerMinute: 100,
  runOnce: () => Promise.reject(new Error('nothing is kept in a record')),
});

const send = (exchange: Exchange): Promise<unknown> => passedOn(router, exchange);
const authorized = { authorization: 'Bearer good' };
const sized = (bytes: string, headers: Readonly<Record<string, string>> = {}) =>
  makeExchange({
    method: 'PUT',
    url: '/things/7',
    bytes,
    headers: { ...authorized, 'content-type': 'application/json', ...headers },
  });

test('an endpoint gets what its description lets through, and its answer goes out', async () => {
  const exchange = makeExchange({ url: '/things/7?', headers: authorized });
  expect(await send(exchange)).toBe('answered');
  expect(exchange.answered()).toMatchObject({ status: 200, text: '{"id":"7"}' });
  expect(asked).toMatchObject([
    { caller, params: { id: '7' }, query: {}, body: {}, chosenId: null },
  ]);
  expect(exchange.res.locals.audit).toEqual({ answeredId: '7' });
});

test('a query is refused where the endpoint takes none', async () => {
  const exchange = makeExchange({ url: '/things/7?stranger=1', headers: authorized });
  const faults = [{ name: 'stranger', fault: 'unknown' }] as const;
  expect(await send(exchange)).toEqual(failed('faulty_fields', { part: 'query', faults }));
});

test('what is refused is passed on, and noted all the same', async () => {
  const exchange = makeExchange({ url: '/things/none', headers: authorized });
  expect(await send(exchange)).toEqual(failed('version_mismatch'));
  expect(exchange.res.locals.audit).toEqual({ answeredId: 'none' });
});

test('the dialect words what is kept; a repeat says that it is one', async () => {
  const exchange = sized('{"size":1}');
  await send(exchange);
  expect(exchange.answered()).toMatchObject({
    status: 201,
    headers: { 'idempotent-replayed': 'true' },
    text: 'kept by sizeThing',
  });
});

test('each check comes before the next', async () => {
  const noType = { 'content-type': 'text/plain' };
  const noTag = { 'if-match': '3' };
  const kinds = [
    sized('{', { authorization: '', ...noType, ...noTag }),
    sized('{', { authorization: 'Bearer bad', ...noType, ...noTag }),
    sized('{', { ...noType, ...noTag }),
    sized('{', noTag),
    sized('{"size":0}', noTag),
    sized('{"size":1}', noTag),
  ].map(async (exchange) => ((await send(exchange)) as { kind: string }).kind);
  expect(await Promise.all(kinds)).toEqual([
    'no_token',
    'invalid_token',
    'wrong_content_type',
    'not_json',
    'faulty_fields',
    'faulty_fields',
  ]);
});

test('another method is told which ones there are; another address is nobody’s', async () => {
  const other = makeExchange({ method: 'DELETE', url: '/things/7', headers: authorized });
  const allowed = failed('method_not_allowed', { allowed: 'GET, HEAD, PUT' });
  expect(await send(other)).toEqual(allowed);
  expect(await send(makeExchange({ url: '/Things/7', headers: authorized }))).toBeUndefined();
});

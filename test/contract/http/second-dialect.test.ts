import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import express from 'express';
import type { Caller } from '../../../src/application/authorization/authenticate.js';
import type { RunOnceResult } from '../../../src/application/idempotency/run-once.js';
import { makeDialectOf } from '../../../src/http/core/dialect.js';
import { type Endpoint, makeEndpoint } from '../../../src/http/core/endpoint.js';
import { mountEndpoints } from '../../../src/http/core/mount/mount-endpoints.js';
import { type HttpServer, makeSocketServer } from '../../../src/http/core/server/socket-server.js';
import { makeAnswerFailure } from '../../../src/http/middleware/answer-failure.js';
import { type EndedRequest, makeRequestEnded } from '../../../src/http/middleware/request-ended.js';
import { requestId } from '../../../src/http/middleware/request-id.js';
import { makeRequestTimeout } from '../../../src/http/middleware/request-timeout.js';
import { unknownRoute } from '../../../src/http/middleware/unknown-route.js';
import { paywayDialect } from '../../../src/http/payway/dialect.js';
import { silentLog } from '../../support/process.js';
import { toyDialect, toyEndpoints } from './toy-dialect.js';
import { answered } from '../../support/answered.js';

const limits = {
  headersTimeoutMs: 5_000,
  requestTimeoutMs: 10_000,
  keepAliveTimeoutMs: 100,
  idleTimeoutMs: 20_000,
  drainGraceMs: 20,
  shutdownTimeoutMs: 5_000,
};
const caller = { clientId: 'c', organisationId: 'o', scopes: ['thing:write'], accountId: null };

/** An endpoint of the dialect that was there first, at an address of its own. */
const neighbour: Endpoint = makeEndpoint(
  {
    name: 'neighbour',
    summary: '',
    description: '',
    tag: '',
    method: 'put',
    path: '/external/api/v1/neighbour',
    scope: 'thing:write',
    body: [{ name: 'enabled', required: true, type: 'boolean' }],
    keeps: 'in_user_product',
    answer: { status: 200, schema: null },
    refusals: [],
  },
  async ({ guards }) => {
    const { body: text } = await guards.answerOf(answered('1'.repeat(24)));
    return { status: 200, text, isReplay: false };
  },
);

let server: HttpServer;
let at: string;
let outcome: RunOnceResult | null = null;
const ended: EndedRequest[] = [];

beforeAll(async () => {
  const app = express();
  const dialectOf = makeDialectOf([paywayDialect, toyDialect], paywayDialect);
  const apis = [
    { dialect: paywayDialect, endpoints: [neighbour] },
    { dialect: toyDialect, endpoints: toyEndpoints },
  ];
  app.use(
    requestId,
    makeRequestEnded([(it) => ended.push(it)]),
    makeRequestTimeout(150, dialectOf),
  );
  app.use(
    mountEndpoints(apis, {
      authenticate: (token) =>
        Promise.resolve(token === 'good' ? (caller as unknown as Caller) : null),
      rateLimitPerMinute: 1_000,
      runOnce: async (_request, run) =>
        outcome ?? { outcome: 'first', answer: (await run('chosen')).answer },
    }),
  );
  app.use('/toys/slow', () => undefined);
  app.use(unknownRoute);
  app.use(makeAnswerFailure(silentLog, dialectOf));
  server = makeSocketServer(app, limits, paywayDialect.problems);
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  at = `http://127.0.0.1:${String(port)}`;
});
afterAll(() => server.close());
beforeEach(() => {
  outcome = null;
  ended.length = 0;
});

type Bent = {
  readonly method?: string;
  readonly path?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

async function ask({ method = 'PUT', path = '/things/7', body = { size: 1 }, headers = {} }: Bent) {
  const type = { 'content-type': 'application/json', authorization: 'Bearer good' };
  const response = await fetch(at + path, {
    method,
    headers: { ...type, ...headers },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Of the toy's problems, how each is printed. */
const printed = (status: number, code: string, more: object = {}) =>
  JSON.stringify({ type: `/errors/${code}`, status, code, ...more });

describe('A second dialect, mounted beside Payway’s', () => {
  test.each([
    {
      what: 'no token',
      bent: { headers: { authorization: '' } },
      status: 401,
      code: 'who_are_you',
    },
    {
      what: 'a token that does not hold',
      bent: { headers: { authorization: 'Bearer bad' } },
      status: 401,
      code: 'who_are_you',
    },
    {
      what: 'another content type',
      bent: { headers: { 'content-type': 'text/plain' } },
      status: 400,
      code: 'invalid_input',
    },
    { what: 'no object', bent: { body: [] }, status: 400, code: 'invalid_input' },
    {
      what: 'a header that is no version',
      bent: { headers: { 'if-match': '3' } },
      status: 400,
      code: 'invalid_input',
    },
    { what: 'another method', bent: { method: 'DELETE' }, status: 405, code: 'wrong_method' },
    {
      what: 'what is unknown',
      bent: { path: '/things/unknown' },
      status: 404,
      code: 'no_such_thing',
    },
    { what: 'what has moved', bent: { path: '/things/moved' }, status: 412, code: 'it_moved' },
    { what: 'a failure', bent: { path: '/things/broken' }, status: 500, code: 'broken' },
    {
      what: 'an address of its own',
      bent: { path: '/toys/none' },
      status: 404,
      code: 'nothing_here',
    },
    {
      what: 'one that is no UTF-8',
      bent: { path: '/things/%E0%A4' },
      status: 404,
      code: 'nothing_here',
    },
    { what: 'too many keys', bent: { path: '/things/full' }, status: 429, code: 'keys_used_up' },
    {
      what: 'work that takes too long',
      bent: { path: '/toys/slow' },
      status: 503,
      code: 'come_back',
    },
  ])('answers $what as its own $status', async ({ bent, status, code }) => {
    const answer = await ask(bent);
    expect([answer.status, answer.text]).toEqual([status, printed(status, code)]);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });

  test('tells all faults of a body in its own way', async () => {
    const { status, text } = await ask({ body: { size: 10, every: 'yes', constructor: 1 } });
    const violations = [
      { propertyPath: 'constructor', code: 'unknown' },
      { propertyPath: 'size', code: 'out_of_range' },
      { propertyPath: 'every', code: 'wrong_type' },
    ];
    expect([status, text]).toEqual([422, printed(422, 'validation_failed', { violations })]);
  });

  test('says in its own headers what is missing, and when to come back', async () => {
    const nobody = await ask({ headers: { authorization: '' } });
    expect(nobody.headers.get('www-authenticate')).toBe('Bearer realm="toys"');
    expect((await ask({ method: 'DELETE' })).headers.get('allow')).toBe('PUT');
    expect((await ask({ path: '/things/full' })).headers.get('retry-after')).toBe('7');
  });

  test('words what its answers are kept as', async () => {
    const kept = JSON.stringify({ id: '7', madeBy: 'sizeThing' });
    expect(await ask({})).toMatchObject({ status: 200, text: kept });
    const again = await ask({ body: { size: 9 } });
    expect([again.text, again.headers.get('idempotent-replayed')]).toEqual([kept, 'true']);
  });

  test('has its writes kept in a record too', async () => {
    const make = () =>
      ask({ method: 'POST', path: '/things', headers: { 'idempotency-key': 'k' } });
    expect((await make()).text).toBe('{"chosenId":"chosen","size":1}');
    outcome = { outcome: 'key_in_use', retryAfterMs: 1_500 };
    const inUse = await make();
    expect([inUse.status, inUse.text]).toEqual([409, printed(409, 'key_in_use')]);
    expect(inUse.headers.get('retry-after')).toBe('2');
    outcome = { outcome: 'key_reused' };
    expect((await make()).text).toBe(printed(422, 'key_reused'));
  });

  test('tells the log what it was about, and the code it refused with', async () => {
    await ask({});
    await ask({ path: '/things/moved' });
    expect(ended).toMatchObject([
      { audit: { answeredId: '7' }, refusal: null },
      { audit: { answeredId: 'moved' }, refusal: 'it_moved' },
    ]);
  });

  test('takes no word from the first, nor gives it one', async () => {
    const path = '/external/api/v1/neighbour';
    const faulty = {
      code: 'invalid_parameter',
      field: 'enabled',
      message: 'Parameter is required',
    };
    expect((await ask({ path, body: {} })).text).toBe(JSON.stringify(faulty));
    expect((await ask({ path, body: { enabled: true } })).text).toBe(`{"id":"${'1'.repeat(24)}"}`);
    const nowhere = '{"code":"not_found","message":"There is nothing at this address"}';
    expect((await ask({ path: '/external/other' })).text).toBe(nowhere);
    expect((await ask({ path: '/nobody’s' })).text).toBe(nowhere);
    expect((await ask({ path: '/thingsx' })).text).toBe(nowhere);
  });
});

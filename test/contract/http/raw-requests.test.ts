import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Caller } from '../../../src/application/authorization/authenticate.js';
import { type AccountId, toClientId, toId } from '../../../src/domain/ids.js';
import { describedEndpoints } from '../../support/api-document.js';
import { exchangeRaw } from '../../support/raw-exchange.js';
import {
  allScopes,
  changeProductPath,
  exampleBody,
  startApp,
  type StartedApp,
} from '../payway/start-app.js';
import { answered } from '../../support/answered.js';

let app: StartedApp;
beforeAll(async () => {
  app = await startApp({
    requestChange: async (command) => {
      // By now the end of what the client says has come in, too.
      await setTimeout(100);
      app.commands.push(command);
      return { ok: true, ...answered(command.userProductId) };
    },
  });
});
afterAll(() => app.close());
beforeEach(() => {
  app.commands.length = 0;
  app.requestLines.length = 0;
});

const talk = (bytes: string, then: 'stay' | 'half-close', port = app.port) =>
  exchangeRaw(port, bytes, then);
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const json = 'application/json; charset=utf-8';

function requestOf(
  method: string,
  path: string,
  { headers = '', body = '' }: { readonly headers?: string; readonly body?: string } = {},
): string {
  const length = body === '' ? '' : `Content-Length: ${String(Buffer.byteLength(body))}\r\n`;
  return `${method} ${path} HTTP/1.1\r\nHost: x\r\n${headers}${length}\r\n${body}`;
}

const change = () =>
  requestOf('PUT', changeProductPath, {
    headers: `Authorization: Bearer ${app.token()}\r\nContent-Type: application/json\r\n`,
    body: JSON.stringify(exampleBody),
  });

describe('A client that has said all that it will', () => {
  test('gets its answer, and the connection ends behind it', async () => {
    const [answer, ...others] = await talk(change(), 'half-close');
    expect([answer?.status, answer?.body]).toEqual([
      200,
      `{"id":"${exampleBody.user_product_id}"}`,
    ]);
    expect(others).toEqual([]);
    expect(app.commands).toHaveLength(1);
  });

  test('gets an answer to each of its requests', async () => {
    const answers = await talk(
      change() + requestOf('GET', '/health/live') + requestOf('GET', '/nowhere'),
      'half-close',
    );
    expect(answers.map((it) => it.status)).toEqual([200, 200, 404]);
  });

  test('gets it although its end came in before its body was read', async () => {
    const authenticate = async () => {
      await setTimeout(100);
      return {
        clientId: toClientId('demo'),
        organisationId: toId<Caller['organisationId']>('a'.repeat(24)),
        scopes: allScopes,
        provisionService: 'tulo',
        accountId: null,
      };
    };
    const slow = await startApp({ authenticate });
    const [answer] = await talk(change(), 'half-close', slow.port);
    await slow.close();
    expect(answer?.status).toBe(200);
  });

  test('gets a token', async () => {
    const body = 'client_id=demo&client_secret=demo-secret&grant_type=none&scope=/external/me/r';
    const headers = 'Content-Type: application/x-www-form-urlencoded\r\n';
    const asked = requestOf('POST', '/api/authorization/access_token', { headers, body });
    const [answer] = await talk(asked, 'half-close');
    expect(answer?.status).toBe(200);
  });

  test('gets them all, also where more come in than run at once', async () => {
    const answers = await talk(change().repeat(25), 'half-close');
    expect(answers.map((it) => it.status)).toEqual(Array<number>(25).fill(200));
    expect(app.commands).toHaveLength(25);
  });

  test('in the middle of a request is told that it was none', async () => {
    const [answer] = await talk(change().slice(0, -5), 'half-close');
    expect(answer).toMatchObject({ status: 400, headers: { 'content-type': json } });
    expect(JSON.parse(answer?.body ?? '')).toMatchObject({ code: 'bad_request' });
    expect(app.commands).toEqual([]);
  });

  test('and asked for nothing gets nothing', async () => {
    expect(await talk('', 'half-close')).toEqual([]);
  });
});

// docs/spec/payway-api.md §1: what Node would answer by itself, in no shape of ours.
describe('What cannot be taken as HTTP', () => {
  const long = 'x'.repeat(20_000);
  test.each([
    { what: 'without a Host', bytes: 'GET /health/live HTTP/1.1\r\n\r\n', status: 400 },
    { what: 'with no request line', bytes: 'nonsense\r\n\r\n', status: 400 },
    { what: 'of an unknown method', bytes: 'BREW / HTTP/1.1\r\nHost: x\r\n\r\n', status: 400 },
    { what: 'of another version', bytes: 'GET / HTTP/4.2\r\nHost: x\r\n\r\n', status: 400 },
    { what: 'of HTTP/2', bytes: 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', status: 400 },
    { what: 'with a header that is none', bytes: 'GET / HTTP/1.1\r\nHost x\r\n\r\n', status: 400 },
    {
      what: 'with two lengths',
      bytes: 'PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
      status: 400,
    },
    {
      what: 'with a length and chunks',
      bytes:
        'PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      status: 400,
    },
    {
      what: 'that asks for a tunnel',
      bytes: 'CONNECT a.test:443 HTTP/1.1\r\nHost: a.test\r\n\r\n',
      status: 400,
    },
    {
      what: 'with headers above all measure',
      bytes: `GET / HTTP/1.1\r\nHost: x\r\nA: ${long}\r\n\r\n`,
      status: 431,
    },
    {
      what: 'with an address above all measure',
      bytes: `GET /${long} HTTP/1.1\r\nHost: x\r\n\r\n`,
      status: 431,
    },
    {
      what: 'that expects what nobody does',
      bytes: 'GET /health/live HTTP/1.1\r\nHost: x\r\nExpect: a-miracle\r\n\r\n',
      status: 417,
    },
    {
      what: 'that expects what nobody does, and waits with its body',
      bytes: `PUT ${changeProductPath} HTTP/1.1\r\nHost: x\r\nExpect: 200-ok\r\nContent-Length: 5\r\n\r\n`,
      status: 417,
    },
  ])('$what is $status, in JSON, with a request id', async ({ bytes, status }) => {
    const [answer, ...others] = await talk(bytes, 'stay');
    expect(answer).toMatchObject({
      status,
      headers: { 'content-type': json, connection: 'close' },
    });
    expect(answer?.headers['x-request-id']).toMatch(uuid);
    const codes: Readonly<Record<number, string>> = {
      400: 'bad_request',
      417: 'expectation_failed',
      431: 'headers_too_large',
    };
    expect(JSON.parse(answer?.body ?? '')).toEqual({
      code: codes[status],
      message: expect.stringMatching(/^The request /),
    });
    expect(others).toEqual([]);
  });

  test.each(['', 'Expect: a-miracle\r\n'])(
    'has its own request id, and its line in the log: %j',
    async (expects) => {
      const host = expects === '' ? '' : 'Host: x\r\n';
      const bytes = `GET /health/live HTTP/1.1\r\n${host}${expects}X-Request-Id: mine\r\n\r\n`;
      const [answer] = await talk(bytes, 'stay');
      expect(answer?.headers['x-request-id']).toBe('mine');
      expect(app.requestLines).toMatchObject([
        { facts: { requestId: 'mine', status: answer?.status, code: expect.any(String) } },
      ]);
    },
  );

  test('HTTP/1.0 needs no Host, and nothing of what it expects is looked at', async () => {
    const [answer] = await talk('GET /health/live HTTP/1.0\r\nExpect: a-miracle\r\n\r\n', 'stay');
    expect(answer?.status).toBe(200);
  });

  test('100-continue is what we do', async () => {
    const [head = '', body = ''] = change().split('\r\n\r\n');
    const bytes = `${head}\r\nExpect: 100-continue\r\n\r\n${body}`;
    const answers = await talk(bytes, 'half-close');
    expect(answers.map((it) => it.status)).toEqual([100, 200]);
  });
});

describe('A body of which nothing is required', () => {
  const optional = describedEndpoints.filter(
    ({ body }) => body?.every((it) => !it.required) === true,
  );
  const account = toId<AccountId>('a'.repeat(24));
  const send = async (
    { method, path, scope, needsIdentity }: (typeof optional)[number],
    rest: string,
  ) => {
    const token = app.token([scope], needsIdentity ? account : undefined);
    const address = path.replace('{id}', 'a'.repeat(24));
    const head = `${method.toUpperCase()} ${address} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n`;
    const [answer] = await talk(`${head}Authorization: Bearer ${token}\r\n${rest}`, 'stay');
    return answer;
  };

  test('is that of these endpoints', () => {
    expect(optional.map((it) => it.name).toSorted()).toEqual([
      'askForOwnPendingChanges',
      'replayWebhookEvents',
      'rotateWebhookSecret',
      'updateWebhookEndpoint',
    ]);
  });

  describe.each(optional.map((endpoint) => ({ name: endpoint.name, endpoint })))(
    '$name',
    ({ endpoint }) => {
      test.each([
        '\r\n',
        'Content-Length: 0\r\n\r\n',
        'Content-Length: 0\r\nContent-Type: application/json\r\n\r\n',
        'Content-Length: 0\r\nContent-Type: text/plain\r\n\r\n',
        'Content-Type: application/json\r\n\r\n',
        'Transfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\n0\r\n\r\n',
        'Content-Length: 2\r\nContent-Type: application/json\r\n\r\n{}',
      ])('may be absent: %j', async (rest) => {
        const answer = await send(endpoint, rest);
        expect([answer?.status, JSON.parse(answer?.body ?? '')]).toMatchObject([
          404,
          { code: 'not_found' },
        ]);
      });

      test.each([
        ['Content-Length: 2\r\n\r\n{}', 'invalid_content_type_error'],
        ['Content-Length: 1\r\nContent-Type: application/json\r\n\r\n{', 'json_parser_error'],
        ['Content-Length: 1\r\nContent-Type: application/json\r\n\r\n ', 'json_parser_error'],
      ])('is looked at where it is there: %j is %s', async (rest, code) => {
        const answer = await send(endpoint, rest);
        expect([answer?.status, JSON.parse(answer?.body ?? '')]).toMatchObject([400, { code }]);
      });
    },
  );

  test('a body of which something is required is not left out', async () => {
    const head = `PUT ${changeProductPath} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n`;
    const bytes = `${head}Authorization: Bearer ${app.token()}\r\n\r\n`;
    const [answer] = await talk(bytes, 'stay');
    expect([answer?.status, JSON.parse(answer?.body ?? '')]).toMatchObject([
      400,
      { code: 'invalid_content_type_error' },
    ]);
  });
});

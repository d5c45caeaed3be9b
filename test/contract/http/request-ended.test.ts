import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { EndedRequest } from '../../../src/http/middleware/request-ended.js';
import {
  changeProductPath,
  changeRequest,
  organisationId,
  startApp,
  type StartedApp,
} from '../payway/start-app.js';
import { send, type Sent } from '../payway/send.js';

const accountPath = '/external/api/v1/userproducts/56e1741a6fc9365306000001';
const ended: EndedRequest[] = [];
let app: StartedApp;
beforeAll(async () => {
  app = await startApp({
    onRequestEnded: (request) => {
      ended.push(request);
    },
  });
});
beforeEach(() => {
  ended.length = 0;
  app.requestLines.length = 0;
});
afterAll(() => app.close());

/** Sends it, and waits until the server is done with it as well. */
async function sent(request: Sent): Promise<EndedRequest | undefined> {
  await send(app.port, request);
  while (ended.length === 0) await new Promise(setImmediate);
  return ended[0];
}

const withToken = () => ({ authorization: `Bearer ${app.token()}` });

describe('a request that is over is told by its pattern, never by its path', () => {
  const requests: {
    what: string;
    request: () => Sent;
    route: string;
    status: number;
    refusal?: string;
  }[] = [
    {
      what: 'that was answered',
      request: () => changeRequest(app.token()),
      route: changeProductPath,
      status: 200,
    },
    {
      what: 'that was refused by its handler',
      request: () => ({ method: 'GET', path: accountPath, headers: withToken() }),
      route: '/external/api/v1/userproducts/:accountId',
      status: 404,
    },
    {
      what: 'without a token',
      request: () => ({ method: 'GET', path: accountPath }),
      route: '/external/api/v1/userproducts/:accountId',
      status: 401,
    },
    {
      what: 'by a method that the route does not know',
      request: () => ({ method: 'DELETE', path: `${accountPath}/?a=/b/c` }),
      route: '/external/api/v1/userproducts/:accountId',
      status: 405,
    },
    {
      what: 'for a token, refused',
      request: () => ({ method: 'POST', path: '/api/authorization/access_token', body: 'x' }),
      route: '/api/authorization/access_token',
      status: 400,
      refusal: 'invalid_request',
    },
    {
      what: 'for health',
      request: () => ({ method: 'GET', path: '/health/live' }),
      route: '/health/live',
      status: 200,
    },
    {
      what: 'for nothing that is there',
      request: () => ({ method: 'GET', path: '/secret/56e1741a6fc9365306000001' }),
      route: 'unmatched',
      status: 404,
    },
    {
      what: 'for an address that is no UTF-8',
      request: () => ({ method: 'GET', path: '/external/api/v1/userproducts/%E0%A4%A' }),
      route: 'unmatched',
      status: 404,
    },
  ];

  test.each(requests)('$what', async ({ request, route, status, refusal }) => {
    const { method } = request();
    expect(await sent(request())).toMatchObject({ method, route, status });
    if (refusal !== undefined) expect(ended).toMatchObject([{ refusal }]);
  });
});

test('a client that is gone before its answer was answered nothing', async () => {
  const told: EndedRequest[] = [];
  let arrived = (): void => undefined;
  const hasArrived = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const slow = await startApp({
    onRequestEnded: (request) => {
      told.push(request);
    },
    requestChange: () => {
      arrived();
      return new Promise(() => undefined);
    },
  });
  const { method, path, headers, body } = changeRequest(slow.token());
  const outgoing = request({ host: '127.0.0.1', port: slow.port, method, path, headers });
  outgoing.on('error', () => undefined);
  outgoing.end(body);
  await hasArrived;
  // Its end alone could be that of what it says: it still gets its answer then.
  outgoing.socket?.resetAndDestroy();
  while (told.length === 0) await new Promise(setImmediate);
  await slow.close();
  expect(told).toMatchObject([{ route: changeProductPath, status: null, refusal: null }]);
});

describe('the log has one line a request', () => {
  test('with who asked, what came of it and the id of the request', async () => {
    const headers = { ...withToken(), 'x-request-id': 'mine' };
    await sent({ method: 'GET', path: `${accountPath}?token=secret`, headers });
    expect(app.requestLines).toEqual([
      {
        level: 'info',
        facts: {
          method: 'GET',
          route: '/external/api/v1/userproducts/:accountId',
          status: 400,
          code: 'unknown_parameter',
          ms: expect.any(Number),
          requestId: 'mine',
          clientId: 'demo',
          organisationId,
        },
      },
    ]);
  });

  test('which says audit where it is a write', async () => {
    await sent(changeRequest(app.token()));
    expect(app.requestLines).toMatchObject([{ facts: { audit: true, clientId: 'demo' } }]);
  });

  test('without a caller where nobody proved to be one', async () => {
    await sent(changeRequest('nonsense'));
    const [line] = app.requestLines;
    expect(line?.facts).toMatchObject({ status: 401 });
    expect(line?.facts).not.toHaveProperty('clientId');
  });

  test('of health for debugging only', async () => {
    await sent({ method: 'GET', path: '/health/live' });
    expect(app.requestLines).toMatchObject([{ level: 'debug' }]);
  });

  test('and never a body, a token, a query or a path', async () => {
    const { headers, ...request } = changeRequest(app.token());
    await sent({ ...request, path: `${request.path}?q=hunter2`, headers });
    const text = JSON.stringify(app.requestLines);
    for (const secret of [
      headers.authorization,
      'hunter2',
      'adeprimo_digital',
      'default_behaviour',
    ])
      expect(text).not.toContain(secret);
  });
});

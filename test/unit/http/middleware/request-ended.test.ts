import { expect, test } from '@jest/globals';
import {
  type EndedRequest,
  makeRequestEnded,
} from '../../../../src/http/middleware/request-ended.js';
import { makeExchange, passedOn } from '../../../support/http-exchange.js';

type Told = { readonly url?: string; readonly route?: string; readonly locals?: object };

/** What is told of a request that matched this route, once it is over. */
async function toldOf({ url = '/', route, locals = {} }: Told, status: number | null) {
  const told: EndedRequest[] = [];
  const exchange = makeExchange({ url, method: 'PUT' });
  const { req, res } = exchange;
  res.setHeader('X-Request-Id', 'r');
  await passedOn(makeRequestEnded([(it) => told.push(it), (it) => told.push(it)]), exchange);
  Object.assign(req, route === undefined ? {} : { route: { path: route } });
  Object.assign(res.locals, locals);
  if (status !== null) {
    res.statusCode = status;
    res.end();
  }
  res.emit('close');
  res.emit('close');
  expect(told).toHaveLength(2);
  return told[0];
}

test('everyone is told once, who called, what it was about and why it was refused', async () => {
  const locals = {
    caller: { clientId: 'c' },
    refusal: 'not_found',
    audit: { accountId: 'a' },
    signIn: { address: 'x', triedClientId: null },
  };
  expect(await toldOf({ locals }, 404)).toEqual({
    method: 'PUT',
    route: 'unmatched',
    status: 404,
    milliseconds: expect.any(Number),
    requestId: 'r',
    ...locals,
  });
});

test('a client that was gone before has no status', async () => {
  expect(await toldOf({}, null)).toMatchObject({
    status: null,
    caller: null,
    refusal: null,
    audit: {},
    signIn: null,
  });
});

test.each([
  [
    '/external/api/v1/userproducts/7?x=1',
    '/external/api/v1/userproducts/:id',
    '/external/api/v1/userproducts/:id',
  ],
  ['/health/live', '/live', '/health/live'],
  ['/api/authorization/access_token/', '/access_token', '/api/authorization/access_token'],
])('%s matched %s, which stands at %s', async (url, route, whole) => {
  expect(await toldOf({ url, route }, 200)).toMatchObject({ route: whole });
});

import { expect, test } from '@jest/globals';
import { makeCrossOrigin } from '../../../../../src/http/core/checks/cross-origin.js';
import { makeExchange, passedOn } from '../../../../support/http-exchange.js';

const check = makeCrossOrigin(['https://a.test'], 'GET, HEAD');

async function ask(method: string, headers: Readonly<Record<string, string>>) {
  const exchange = makeExchange({ method, headers });
  const passed = await passedOn(check, exchange);
  return { passed, ...exchange.answered() };
}
const asking = { 'access-control-request-method': 'GET' };

test('a page of a known origin may ask, and read what is shown', async () => {
  expect(await ask('GET', { origin: 'https://a.test' })).toMatchObject({
    passed: undefined,
    headers: {
      vary: 'Origin',
      'access-control-allow-origin': 'https://a.test',
      'access-control-expose-headers': 'X-Request-Id, Idempotent-Replayed, Retry-After',
    },
  });
});

test('its preflight is answered, without a word about credentials', async () => {
  const { passed, status, headers } = await ask('OPTIONS', { origin: 'https://a.test', ...asking });
  expect([passed, status]).toEqual(['answered', 204]);
  expect(headers).toEqual({
    vary: 'Origin',
    'access-control-allow-origin': 'https://a.test',
    'access-control-allow-methods': 'GET, HEAD',
    'access-control-allow-headers':
      'Authorization, Content-Type, Idempotency-Key, If-Match, X-Request-Id',
    'access-control-max-age': '600',
  });
});

test.each<Readonly<Record<string, string>>>([
  {},
  { origin: 'null' },
  { origin: 'https://b.test' },
  { origin: 'https://a.test.b.test' },
  { origin: 'http://a.test' },
  { origin: 'https://A.test' },
])('who comes with %o is told nothing, asking or before', async (headers) => {
  for (const method of ['GET', 'OPTIONS']) {
    const { passed, headers: told } = await ask(method, { ...headers, ...asking });
    expect([passed, told]).toEqual([undefined, { vary: 'Origin' }]);
  }
});

test('OPTIONS that is no preflight goes on', async () => {
  expect((await ask('OPTIONS', { origin: 'https://a.test' })).passed).toBeUndefined();
});

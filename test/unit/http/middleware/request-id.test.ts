import { expect, test } from '@jest/globals';
import { requestId, requestIdOf } from '../../../../src/http/middleware/request-id.js';
import { makeExchange, passedOn } from '../../../support/http-exchange.js';

async function idFor(headers: Readonly<Record<string, string>>): Promise<string> {
  const exchange = makeExchange({ headers });
  await passedOn(requestId, exchange);
  expect(exchange.res.getHeader('X-Request-Id')).toBe(requestIdOf(exchange.res));
  return requestIdOf(exchange.res);
}

test.each(['a', 'order-7/3:x+y=z.w_1', 'x'.repeat(128)])('%s is kept', async (own) => {
  expect(await idFor({ 'x-request-id': own })).toBe(own);
});

test.each(['', '<b>', 'a b', 'å', 'x'.repeat(129)])(
  'instead of "%s" there is a new one',
  async (own) => {
    expect(await idFor({ 'x-request-id': own })).toMatch(/^[\da-f-]{36}$/);
  },
);

test('without one each request gets its own', async () => {
  expect(await idFor({})).not.toBe(await idFor({}));
});

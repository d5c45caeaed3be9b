import { expect, test } from '@jest/globals';
import type { Caller } from '../../../../../src/application/authorization/authenticate.js';
import { callerOf, makeBearerToken } from '../../../../../src/http/core/checks/bearer-token.js';
import { failed } from '../../../../../src/http/core/failure.js';
import { makeExchange, passedOn } from '../../../../support/http-exchange.js';

const caller = { clientId: 'c' } as Caller;
const check = makeBearerToken((token) => Promise.resolve(token === 'a.b-c~1+/==' ? caller : null));

async function ask(authorization: string | undefined) {
  const exchange = makeExchange({ headers: authorization === undefined ? {} : { authorization } });
  return { failure: await passedOn(check, exchange), res: exchange.res };
}

test.each(['Bearer a.b-c~1+/==', 'bearer a.b-c~1+/==', 'BEARER   a.b-c~1+/=='])(
  '%s says who calls',
  async (header) => {
    const { failure, res } = await ask(header);
    expect(failure).toBeUndefined();
    expect(callerOf(res)).toBe(caller);
  },
);

test.each([undefined, '', 'Basic a.b-c~1+/==', 'Bearerx', 'a.b-c~1+/=='])(
  '%s brings no token',
  async (header) => {
    expect((await ask(header)).failure).toEqual(failed('no_token'));
  },
);

test.each([
  'Bearer',
  'Bearer ',
  'Bearer x',
  'Bearer a b',
  'Bearer a.b-c~1+/==, Bearer x',
  'Bearer ="',
])('%s brings one that does not hold', async (header) => {
  const { failure, res } = await ask(header);
  expect(failure).toEqual(failed('invalid_token'));
  expect(res.locals).toEqual({});
});

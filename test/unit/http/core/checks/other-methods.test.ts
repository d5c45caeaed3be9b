import { expect, test } from '@jest/globals';
import { makeOtherMethods } from '../../../../../src/http/core/checks/other-methods.js';
import { failed } from '../../../../../src/http/core/failure.js';
import { makeExchange, passedOn } from '../../../../support/http-exchange.js';

test('whatever the route does not know is told which methods it does', async () => {
  const failure = await passedOn(makeOtherMethods('GET, HEAD'), makeExchange({ method: 'PATCH' }));
  expect(failure).toEqual(failed('method_not_allowed', { allowed: 'GET, HEAD' }));
});

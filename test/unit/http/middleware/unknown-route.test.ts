import { expect, test } from '@jest/globals';
import { failed } from '../../../../src/http/core/failure.js';
import { unknownRoute } from '../../../../src/http/middleware/unknown-route.js';
import { makeExchange, passedOn } from '../../../support/http-exchange.js';

test('what nothing has answered is at no address', async () => {
  expect(await passedOn(unknownRoute, makeExchange())).toEqual(failed('unknown_route'));
});

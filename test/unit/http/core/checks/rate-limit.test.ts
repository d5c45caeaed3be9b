import { expect, test } from '@jest/globals';
import type { RequestHandler } from 'express';
import {
  makeAddressRateLimit,
  makeClientRateLimit,
} from '../../../../../src/http/core/checks/rate-limit.js';
import { failed } from '../../../../../src/http/core/failure.js';
import { comingFrom, makeExchange, passedOn } from '../../../../support/http-exchange.js';

async function ask(check: RequestHandler, caller: { clientId?: string; ip?: string }) {
  const exchange = makeExchange({ locals: { caller } });
  comingFrom(exchange, caller.ip ?? '');
  return passedOn(check, exchange);
}
const tooMany = failed('too_many_requests');

test('each client has so many requests a minute', async () => {
  const check = makeClientRateLimit(2);
  const answers = [];
  for (const clientId of ['a', 'a', 'b', 'a', 'b']) answers.push(await ask(check, { clientId }));
  expect(answers).toEqual([undefined, undefined, undefined, tooMany, undefined]);
});

test('each address has, and of IPv6 each network', async () => {
  const check = makeAddressRateLimit(1);
  const answers = [];
  for (const ip of [
    '192.0.2.1',
    '192.0.2.2',
    '192.0.2.1',
    '2001:db8::1',
    '2001:db8::2',
    '2001:db8:0:1::1',
  ]) {
    answers.push(await ask(check, { ip }));
  }
  expect(answers).toEqual([undefined, undefined, tooMany, undefined, tooMany, undefined]);
});

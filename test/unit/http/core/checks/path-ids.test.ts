import { expect, test } from '@jest/globals';
import { makePathIds } from '../../../../../src/http/core/checks/path-ids.js';
import { failed } from '../../../../../src/http/core/failure.js';
import { makeExchange, passedOn } from '../../../../support/http-exchange.js';

const check = makePathIds('/things/{thingId}/parts/{partId}');
const id = 'a'.repeat(24);

function exchangeTo(thingId: string, partId: string) {
  const exchange = makeExchange();
  exchange.req.params = { thingId, partId };
  return exchange;
}

test('ids go on in lower case', async () => {
  const exchange = exchangeTo(id.toUpperCase(), id);
  expect(await passedOn(check, exchange)).toBeUndefined();
  expect(exchange.req.params).toEqual({ thingId: id, partId: id });
});

test.each(['starter-uuid', '', `${id}a`, id.slice(1), `${id.slice(1)}g`, `${id}\n`, '__proto__'])(
  '"%s" is no id, so there is nothing there',
  async (sent) => {
    expect(await passedOn(check, exchangeTo(id, sent))).toEqual(failed('unknown_route'));
    expect(await passedOn(check, exchangeTo(sent, id))).toEqual(failed('unknown_route'));
  },
);

test('a path without parameters has none', async () => {
  expect(await passedOn(makePathIds('/things'), makeExchange())).toBeUndefined();
});

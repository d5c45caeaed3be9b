import express from 'express';
import { expect, test } from '@jest/globals';
import { failed } from '../../../../src/http/core/failure.js';
import { makeWelcomeRouter } from '../../../../src/http/welcome/router.js';
import { makeWelcome } from '../../../../src/http/welcome/welcome.js';
import { makeExchange, passedOn } from '../../../support/http-exchange.js';

const welcome = makeWelcome('1.2.3');

async function ask(accept: string | null, method = 'GET', url = '/') {
  const exchange = makeExchange({ method, url, headers: accept === null ? {} : { accept } });
  Object.setPrototypeOf(exchange.req, express.request);
  const passed = await passedOn(makeWelcomeRouter(welcome), exchange);
  return { passed, ...exchange.answered() };
}

test.each([
  'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'text/html',
  'application/json;q=0.5, text/html',
])('a browser that accepts %s gets a page', async (accept) => {
  expect(await ask(accept)).toMatchObject({
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', vary: 'Accept' },
    text: expect.stringContaining('<h1>Change Product Gateway'),
  });
});

test.each([null, '*/*', 'application/json', 'text/html;q=0.1, application/json', 'image/png', 'x'])(
  'who accepts %s gets JSON',
  async (accept) => {
    const { status, headers, text } = await ask(accept);
    expect([status, JSON.parse(text)]).toEqual([200, welcome]);
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      vary: 'Accept',
    });
  },
);

test('it is only read, takes no query, and is at no other address', async () => {
  const allowed = 'GET, HEAD';
  expect((await ask(null, 'POST')).passed).toEqual(failed('method_not_allowed', { allowed }));
  const faults = [{ name: 'a', fault: 'unknown' }] as const;
  const unknown = failed('faulty_fields', { part: 'query', faults });
  expect((await ask(null, 'GET', '/?a=1')).passed).toEqual(unknown);
  expect((await ask(null, 'GET', '/a')).passed).toBeUndefined();
});

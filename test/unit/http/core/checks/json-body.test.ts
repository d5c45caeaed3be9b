import { describe, expect, test } from '@jest/globals';
import { makeJsonBody } from '../../../../../src/http/core/checks/json-body.js';
import { failed } from '../../../../../src/http/core/failure.js';
import { makeExchange, passedOn } from '../../../../support/http-exchange.js';

const check = makeJsonBody();

async function read(bytes: string | Buffer, headers: Readonly<Record<string, string>> = {}) {
  const type = { 'content-type': 'application/json' };
  const exchange = makeExchange({ method: 'PUT', bytes, headers: { ...type, ...headers } });
  return { failure: await passedOn(check, exchange), body: exchange.req.body as unknown };
}

describe('A JSON body', () => {
  test('is an object', async () => {
    const { failure, body } = await read('{"a":1,"b":[null]}');
    expect([failure, body]).toEqual([undefined, { a: 1, b: [null] }]);
  });

  test('that holds a name twice is refused by that name, wherever it is', async () => {
    const { failure } = await read(String.raw`{"a":1,"b":[{"c":1,"c":1}],"\u0061":1}`);
    const faults = [
      { name: 'b', fault: 'repeated' },
      { name: 'a', fault: 'repeated' },
    ] as const;
    expect(failure).toEqual(failed('faulty_fields', { part: 'body', faults }));
  });

  test('has __proto__ as a field like any other', async () => {
    const { body } = await read('{"__proto__":{"a":1}}');
    expect(Object.keys(body as object)).toEqual(['__proto__']);
    expect((body as { a?: number }).a).toBeUndefined();
  });

  test.each(['', '[]', 'null', '1', '"x"', '{', '{}x', Buffer.from('{"a":"\xff"}', 'latin1')])(
    '%s is none',
    async (bytes) => {
      expect((await read(bytes)).failure).toEqual(failed('not_json'));
    },
  );

  test.each([
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/json; charset=utf-16' },
    { 'content-encoding': 'gzip' },
    { 'content-encoding': 'identity' },
  ])('under %o is not looked at', async (headers) => {
    expect((await read('{}', headers)).failure).toEqual(failed('wrong_content_type'));
  });

  test.each([
    'application/json; charset="UTF-8"',
    'Application/Json;x=y',
    'application/json;charset=utf8',
  ])('is JSON in UTF-8 under %s', async (type) => {
    expect((await read('{"a":"å"}', { 'content-type': type })).failure).toBeUndefined();
  });

  test.each([{}, { 'content-length': '0' }, { 'content-type': 'text/plain' }])(
    'that may be absent, and is under %o, is an empty one',
    async (headers) => {
      const exchange = makeExchange({ method: 'PUT', headers });
      expect(await passedOn(makeJsonBody({ mayBeAbsent: true }), exchange)).toBeUndefined();
      expect(exchange.req.body).toEqual({});
      const required = makeExchange({ method: 'PUT', headers });
      expect(await passedOn(check, required)).toEqual(failed('wrong_content_type'));
    },
  );

  test('that may be absent is looked at where it is there', async () => {
    const optional = makeJsonBody({ mayBeAbsent: true });
    const untyped = makeExchange({ method: 'PUT', bytes: '{}' });
    expect(await passedOn(optional, untyped)).toEqual(failed('wrong_content_type'));
    const typed = { 'content-type': 'application/json' };
    const blank = makeExchange({ method: 'PUT', bytes: ' ', headers: typed });
    expect(await passedOn(optional, blank)).toEqual(failed('not_json'));
  });

  test('has at most 100 kB', async () => {
    const padded = (size: number) => `{}${' '.repeat(size - 2)}`;
    expect((await read(padded(100 * 1024))).failure).toBeUndefined();
    expect((await read(padded(100 * 1024 + 1))).failure).toEqual(failed('body_too_large'));
  });

  test('that is not as long as it says cannot be read', async () => {
    expect((await read('{}', { 'content-length': '5' })).failure).toEqual(failed('unreadable'));
  });
});

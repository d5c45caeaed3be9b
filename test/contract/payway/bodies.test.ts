import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { send } from './send.js';
import {
  changeProductPath,
  changeRequest,
  exampleBody,
  startApp,
  type StartedApp,
} from './start-app.js';

let app: StartedApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const example = JSON.stringify(exampleBody);
const wrongType = {
  status: 400,
  json: {
    code: 'invalid_content_type_error',
    message: 'Content-Type must be application/json in UTF-8',
  },
};
const wrongJson = {
  status: 400,
  json: { code: 'json_parser_error', message: 'The request body must be a JSON object' },
};

async function answerTo(body: string | Buffer, headers: Record<string, string> = {}) {
  const request = changeRequest(app.token(), body);
  const { status, json } = await send(app.port, {
    ...request,
    headers: { ...request.headers, ...headers },
  });
  return { status, json };
}

describe('content type (docs/spec/payway-api.md §1)', () => {
  test.each(
    [
      'application/json; charset=utf-8',
      'application/json;charset=UTF-8',
      'application/json; charset="utf-8"',
      'application/json; charset=utf8',
      'Application/JSON',
      'application/json ; charset=utf-8 ',
      'application/json; odata=verbose',
    ].map((type) => ({ type })),
  )('$type is taken', async ({ type }) => {
    expect(await answerTo(example, { 'content-type': type })).toMatchObject({ status: 200 });
  });

  test.each(
    [
      '',
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/jsonp',
      'application/json+hal',
      'text/plain; application/json',
      'application/json; charset=utf-16',
      'application/json; charset=iso-8859-1',
      'application/json; charset=',
      'application/json; charset=utf-8; charset=utf-16',
      'multipart/form-data; boundary=application/json',
    ].map((type) => ({ type })),
  )('"$type" is refused', async ({ type }) => {
    expect(await answerTo(example, { 'content-type': type })).toEqual(wrongType);
  });

  test('none at all is refused', async () => {
    const headers = { authorization: `Bearer ${app.token()}` };
    const answer = await send(app.port, {
      method: 'PUT',
      path: changeProductPath,
      headers,
      body: example,
    });
    expect({ status: answer.status, json: answer.json }).toEqual(wrongType);
  });

  test.each(['gzip', 'deflate', 'br', 'identity', 'x'].map((encoding) => ({ encoding })))(
    'Content-Encoding $encoding is refused',
    async ({ encoding }) => {
      expect(await answerTo(example, { 'content-encoding': encoding })).toEqual(wrongType);
    },
  );
});

describe('JSON (docs/spec/payway-api.md §1)', () => {
  test.each([
    { what: 'empty', body: '' },
    { what: 'blank', body: ' \n' },
    { what: 'cut off', body: example.slice(0, -10) },
    { what: 'with something behind', body: `${example}}` },
    { what: 'an array', body: `[${example}]` },
    { what: 'null', body: 'null' },
    { what: 'a string', body: '"x"' },
    { what: 'a number', body: '1' },
    { what: 'true', body: 'true' },
    { what: 'with a comment', body: `/**/${example}` },
    { what: 'with single quotes', body: "{'account_id':'x'}" },
    { what: 'a form', body: 'account_id=56e1741a6fc9365306000001' },
    { what: 'with a raw NUL', body: example.replace('adeprimo', 'ade\0primo') },
    {
      what: 'with a lone continuation byte',
      body: Buffer.from([0x7b, 0x22, 0x80, 0x22, 0x3a, 0x31, 0x7d]),
    },
    { what: 'in UTF-16', body: Buffer.from(example, 'utf16le') },
    { what: 'in Latin-1', body: Buffer.from(example.replace('adeprimo', 'ådeprimo'), 'latin1') },
    {
      what: 'an encoded surrogate',
      body: Buffer.from([0x7b, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x3a, 0x31, 0x7d]),
    },
    { what: 'nested 30,000 deep and cut off', body: '{"a":'.repeat(15_000) },
  ])('a body that is $what is refused', async ({ body }) => {
    expect(await answerTo(body)).toEqual(wrongJson);
  });

  test('no body at all is refused', async () => {
    const { headers } = changeRequest(app.token());
    const answer = await send(app.port, { method: 'PUT', path: changeProductPath, headers });
    expect({ status: answer.status, json: answer.json }).toEqual(wrongJson);
  });

  test('a name that is there twice is refused, the same value or another', async () => {
    for (const first of ['5', '"56e1741a6fc9365306000001"']) {
      const body = example.replace('{', `{"account_id":${first},`);
      expect(await answerTo(body)).toMatchObject({
        status: 400,
        json: {
          code: 'invalid_parameter',
          field: 'account_id',
          message: 'Parameter is there twice, or holds a name twice',
        },
      });
    }
  });
});

describe('size (docs/spec/payway-api.md §1)', () => {
  const tooLarge = {
    status: 413,
    json: { code: 'payload_too_large', message: 'The request body must be at most 100 kB' },
  };

  test('100 kB are read, one byte more is refused', async () => {
    const padded = (size: number) => example + ' '.repeat(size - example.length);
    expect(await answerTo(padded(100 * 1024))).toMatchObject({ status: 200 });
    expect(await answerTo(padded(100 * 1024 + 1))).toEqual(tooLarge);
  });

  test.each([{ mb: 3 }, { mb: 20 }])(
    '$mb MB are answered so that the client reads it',
    async ({ mb }) => {
      expect(await answerTo('x'.repeat(mb * 1_000_000))).toEqual(tooLarge);
    },
  );

  test.each([
    { what: 'without a token', headers: { authorization: '' }, status: 401 },
    {
      what: 'without a token, of a client that wants the connection closed',
      headers: { authorization: '', connection: 'close' },
      status: 401,
    },
    { what: 'with the wrong content type', headers: { 'content-type': 'text/plain' }, status: 400 },
    {
      what: 'of a client that wants the connection closed',
      headers: { connection: 'close' },
      status: 413,
    },
  ])('3 MB $what are answered so that the client reads it', async ({ headers, status }) => {
    expect(await answerTo('x'.repeat(3_000_000), headers)).toMatchObject({ status });
  });

  test.each([
    { what: 'too large', token: () => app.token(), status: 413 },
    { what: 'without a token that holds', token: () => 'x', status: 401 },
  ])(
    '3 MB in chunks, $what, of a client that sends all and then reads',
    async ({ token, status }) => {
      const read = await sendAllThenRead(token());
      expect(read).toMatch(new RegExp(`^HTTP/1.1 ${String(status)} `));
      expect(read.endsWith('}')).toBe(true);
    },
  );
});

/**
 * A client in a process of its own: in this one the server would not run while the client writes, and could not hang up
 * in the middle. Rejects where it does.
 */
async function sendAllThenRead(token: string): Promise<string> {
  const lines = [
    `PUT ${changeProductPath} HTTP/1.1`,
    'Host: x',
    `Authorization: Bearer ${token}`,
    'Content-Type: application/json',
    'Transfer-Encoding: chunked',
    'Connection: close',
  ];
  const client = `
    const [port, head] = process.argv.slice(1);
    const socket = require('node:net').connect(Number(port), '127.0.0.1');
    socket.write(head + '\\r\\n\\r\\n');
    for (let sent = 0; sent < 300; sent += 1) socket.write('2710\\r\\n' + 'x'.repeat(10_000) + '\\r\\n');
    socket.write('0\\r\\n\\r\\n');
    socket.pipe(process.stdout);`;
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, [
    '-e',
    client,
    String(app.port),
    lines.join('\r\n'),
  ]);
  return stdout;
}

describe('order of checks (docs/spec/payway-api.md §2)', () => {
  const noToken = { authorization: 'Bearer x' };
  const scopeless = () => ({ authorization: `Bearer ${app.token(['/external/account/w'])}` });
  const noType = { 'content-type': 'text/plain' };
  const wrongFields = JSON.stringify({ account_id: 1, extra: 1 });

  test('token before scope, content type, JSON, fields', async () => {
    expect(await answerTo('{', { ...noToken, ...noType })).toMatchObject({ status: 401 });
  });
  test('scope before content type', async () => {
    expect(await answerTo('{', { ...scopeless(), ...noType })).toMatchObject({ status: 403 });
  });
  test('content type before JSON', async () => {
    expect(await answerTo('{', noType)).toEqual(wrongType);
  });
  test('JSON before fields', async () => {
    expect(await answerTo('[]')).toEqual(wrongJson);
  });
  test('unknown fields before field rules', async () => {
    expect(await answerTo(wrongFields)).toMatchObject({ json: { code: 'unknown_parameter' } });
  });
  test('field rules before what is found', async () => {
    const body = JSON.stringify({ ...exampleBody, user_product_id: 'no-id', package_code: '' });
    expect(await answerTo(body)).toMatchObject({ status: 400, json: { field: 'package_code' } });
  });
});

import { Writable, type Duplex } from 'node:stream';
import { expect, test } from '@jest/globals';
import { answerUnreadable } from '../../../../../src/http/core/server/answer-unreadable.js';
import { paywayProblems } from '../../../../../src/http/payway/problems/failures.js';

/** What is written before the connection closes. */
function written(code: string): string {
  const chunks: string[] = [];
  const socket = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk.toString());
      done();
    },
  });
  const error = Object.assign(new Error('secret'), { code });
  answerUnreadable(error, socket as unknown as Duplex, paywayProblems);
  return chunks.join('');
}

test.each([
  {
    code: 'HPE_HEADER_OVERFLOW',
    line: 'HTTP/1.1 431 Request Header Fields Too Large',
    body: '{"code":"headers_too_large","message":"The request headers are too large"}',
  },
  {
    code: 'ERR_HTTP_REQUEST_TIMEOUT',
    line: 'HTTP/1.1 408 Request Timeout',
    body: '{"code":"request_timeout","message":"The request took too long to arrive"}',
  },
  {
    code: 'HPE_INVALID_METHOD',
    line: 'HTTP/1.1 400 Bad Request',
    body: '{"code":"bad_request","message":"The request could not be understood"}',
  },
])('$code is answered by hand as $line', ({ code, line, body }) => {
  const [head = '', text] = written(code).split('\r\n\r\n');
  expect(text).toBe(body);
  const [first, ...headers] = head.split('\r\n');
  expect(first).toBe(line);
  expect(headers).toEqual([
    'Connection: close',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${String(body.length)}`,
    expect.stringMatching(/^X-Request-Id: [\da-f-]{36}$/),
  ]);
});

test('where nobody reads any more, the connection is ended', () => {
  const socket = new Writable();
  socket.destroy();
  answerUnreadable(new Error('gone'), socket as unknown as Duplex, paywayProblems);
  expect(socket.destroyed).toBe(true);
});

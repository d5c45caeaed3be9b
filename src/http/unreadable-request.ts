import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Fault } from './problem.js';

type Unreadable = Fault & { readonly status: number };

const answers: Readonly<Record<string, Unreadable>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: 'headers_too_large',
    message: 'The request headers are too large',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    code: 'request_timeout',
    message: 'The request took too long to arrive',
  },
};
const unreadable: Unreadable = {
  status: 400,
  code: 'bad_request',
  message: 'The request could not be understood',
};

/**
 * Answers what is no HTTP, or did not arrive in time, and closes. There is no request for Express to answer here, so
 * the answer is written by hand.
 */
export function answerUnreadable(error: Error, socket: Duplex): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const { status, ...body } = answers[(error as NodeJS.ErrnoException).code ?? ''] ?? unreadable;
  const text = JSON.stringify(body);
  socket.end(
    [
      `HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}`,
      'Connection: close',
      'Content-Type: application/json; charset=utf-8',
      `Content-Length: ${String(Buffer.byteLength(text))}`,
      `X-Request-Id: ${randomUUID()}`,
      '',
      text,
    ].join('\r\n'),
    () => socket.destroy(),
  );
}

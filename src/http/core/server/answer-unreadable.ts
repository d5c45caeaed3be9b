import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ProblemTable } from '../dialect.js';

/** The words for what no dialect is asked about: what is wrong here is known before any address is. */
export type UnreadableProblems = Pick<
  ProblemTable,
  'unreadable' | 'headers_too_large' | 'request_timed_out'
>;

const kinds: Readonly<Record<string, keyof UnreadableProblems>> = {
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timed_out',
};

/**
 * Answers what is no HTTP, or did not arrive in time, and closes. There is no request for Express to answer here, so
 * the answer is written by hand.
 */
export function answerUnreadable(error: Error, socket: Duplex, problems: UnreadableProblems): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const kind = kinds[(error as NodeJS.ErrnoException).code ?? ''] ?? 'unreadable';
  const { status, mediaType, body } = problems[kind]({});
  const text = JSON.stringify(body);
  socket.end(
    [
      `HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}`,
      'Connection: close',
      `Content-Type: ${mediaType}`,
      `Content-Length: ${String(Buffer.byteLength(text))}`,
      `X-Request-Id: ${randomUUID()}`,
      '',
      text,
    ].join('\r\n'),
    () => socket.destroy(),
  );
}

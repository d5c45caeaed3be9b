import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { HttpServerLimits } from '../../src/http/core/server/socket-server.js';
import { changeProductPath, startApp, type StartedApp } from '../contract/payway/start-app.js';

let app: StartedApp;
afterEach(() => app.close());

/** Sends these bytes and nothing more, and reads until the server hangs up. */
async function talk(
  bytes: string,
  limits: Partial<HttpServerLimits>,
  requestTimeoutMs = 60_000,
): Promise<string> {
  app = await startApp({ requestTimeoutMs }, limits);
  const socket = connect(app.port, '127.0.0.1');
  let text = '';
  socket.on('data', (data: Buffer) => (text += data.toString()));
  await once(socket, 'connect');
  socket.write(bytes.replace('TOKEN', app.token()));
  await once(socket, 'close');
  return text;
}

const head = `PUT ${changeProductPath} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer TOKEN\r\nContent-Type: application/json\r\n`;

describe('slow and idle clients hold nothing open', () => {
  test('one that says nothing', async () => {
    expect(await talk('', { headersTimeoutMs: 300, requestTimeoutMs: 300 })).toMatch(
      /^(HTTP\/1.1 408 |$)/,
    );
  });

  test('one whose headers do not end', async () => {
    const text = await talk(head, { headersTimeoutMs: 300, requestTimeoutMs: 60_000 });
    expect(text).toMatch(/^HTTP\/1.1 408 /);
    expect(text).toContain('"code":"request_timeout"');
  });

  test('one whose body does not end', async () => {
    const text = await talk(`${head}Content-Length: 100\r\n\r\n{`, {
      headersTimeoutMs: 300,
      requestTimeoutMs: 600,
    });
    expect(text).toMatch(/^HTTP\/1.1 408 /);
    expect(text).toContain('"code":"request_timeout"');
  });

  test('one whose body does not end before the time-out of the request', async () => {
    const text = await talk(`${head}Content-Length: 100\r\n\r\n{`, {}, 300);
    expect(text).toMatch(/^HTTP\/1.1 408 /);
    expect(text).toContain('Connection: close');
  });

  test('one that keeps its connection for nothing', async () => {
    const text = await talk('GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n', {
      keepAliveTimeoutMs: 300,
    });
    expect(text).toMatch(/^HTTP\/1.1 200 OK/);
  });

  test('one that falls silent in the middle', async () => {
    expect(await talk(`${head}Content-Length: 100\r\n\r\n{`, { idleTimeoutMs: 300 })).toBe('');
  });
});

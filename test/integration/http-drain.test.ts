import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { PaywayChangeResult } from '../../src/http/payway/payway-changes.js';
import { send } from '../contract/payway/send.js';
import {
  changeRequest,
  exampleBody,
  startApp,
  type StartedApp,
} from '../contract/payway/start-app.js';
import { answered } from '../support/answered.js';

const done: PaywayChangeResult = {
  ok: true,
  ...answered(exampleBody.user_product_id),
};

let app: StartedApp;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await app.close();
});

/** A use case that waits until it is told to go on. */
function gate() {
  const waiting: (() => void)[] = [];
  let reached: () => void = () => undefined;
  const isReached = new Promise<void>((resolve) => (reached = resolve));
  const requestChange = () =>
    new Promise<PaywayChangeResult>((resolve) => {
      waiting.push(() => {
        resolve(done);
      });
      reached();
    });
  return {
    requestChange,
    isReached,
    waiting,
    open: () => {
      for (const go of waiting.splice(0)) go();
    },
  };
}

async function openSocket(): Promise<Socket> {
  const socket = connect(app.port, '127.0.0.1');
  sockets.push(socket);
  await once(socket, 'connect');
  return socket;
}

function readAll(socket: Socket): Promise<string> {
  let text = '';
  socket.on('data', (data: Buffer) => (text += data.toString()));
  return new Promise((resolve, reject) => {
    socket.on('close', () => {
      resolve(text);
    });
    socket.on('error', reject);
  });
}

function rawRequest(): string {
  const { method, path, headers, body } = changeRequest(app.token());
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [
    `${method} ${path} HTTP/1.1`,
    'host: x',
    ...lines,
    `content-length: ${String(body.length)}`,
    '',
    body,
  ].join('\r\n');
}

describe('drain (docs/spec/operations.md §3)', () => {
  test('a request that runs is answered, the connection closes, no new one opens', async () => {
    const { requestChange, isReached, open } = gate();
    app = await startApp({ requestChange });
    const running = send(app.port, { ...changeRequest(app.token()) });
    await isReached;
    const closed = app.close();
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    await expect(send(app.port, changeRequest(app.token()))).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    });
    open();
    expect(await running).toMatchObject({ status: 200, headers: { connection: 'close' } });
    await closed;
  });

  test('a request that comes on an open connection is still answered, and says close', async () => {
    app = await startApp({}, { drainGraceMs: 60_000 });
    const socket = await openSocket();
    const text = readAll(socket);
    socket.write(rawRequest());
    await once(socket, 'data');
    const closed = app.close();
    socket.write(rawRequest());
    expect((await text).match(/HTTP\/1.1 200 OK|Connection: (close|keep-alive)/gi)).toEqual([
      'HTTP/1.1 200 OK',
      'Connection: keep-alive',
      'HTTP/1.1 200 OK',
      'Connection: close',
    ]);
    await closed;
  });

  test('pipelined requests are all answered before the connection closes', async () => {
    const { requestChange, waiting, isReached, open } = gate();
    app = await startApp({ requestChange }, { drainGraceMs: 60_000 });
    const socket = await openSocket();
    const text = readAll(socket);
    socket.write(rawRequest() + rawRequest());
    await isReached;
    const closed = app.close();
    socket.write(rawRequest());
    while (waiting.length < 3) await new Promise(setImmediate);
    open();
    const answers = await text;
    expect(answers.match(/HTTP\/1.1 200 OK/g)).toHaveLength(3);
    expect(answers.match(/Connection: close/gi)).toHaveLength(1);
    await closed;
  });

  test('connections without a request are closed, used or not', async () => {
    app = await startApp();
    const unused = await openSocket();
    const used = await openSocket();
    used.write(rawRequest());
    await once(used, 'data');
    const ends = [readAll(unused), readAll(used)];
    await app.close();
    expect(await Promise.all(ends)).toEqual(['', '']);
  });

  test('a request that is arriving is waited for', async () => {
    app = await startApp();
    const socket = await openSocket();
    const text = readAll(socket);
    const bytes = rawRequest();
    socket.write(bytes.slice(0, 40));
    const other = await openSocket();
    other.write(rawRequest());
    await once(other, 'data');
    const closed = app.close();
    await once(other, 'close');
    socket.write(bytes.slice(40));
    expect(await text).toMatch(/^HTTP\/1.1 200 OK/);
    await closed;
  });

  test('what never ends is cut off when the time is up', async () => {
    const { requestChange, isReached } = gate();
    app = await startApp({ requestChange }, { shutdownTimeoutMs: 50 });
    const socket = await openSocket();
    const text = readAll(socket);
    socket.write(rawRequest());
    await isReached;
    await app.close();
    expect(await text).toBe('');
  });

  test('under load every request that had an effect is answered, and no connection is reset', async () => {
    let effects = 0;
    const requestChange = async () => {
      await new Promise(setImmediate);
      effects += 1;
      return done;
    };
    app = await startApp({ requestChange }, { drainGraceMs: 60_000, shutdownTimeoutMs: 60_000 });
    const clients = Array.from({ length: 20 }, askUntilClosed);
    while (effects < 200) await new Promise(setImmediate);
    await app.close();
    const answers = await Promise.all(clients);
    expect(answers.flat()).toHaveLength(effects);
    expect(answers.map((own) => own.at(-1))).toEqual(clients.map(() => 'close'));
  });
});

/** Asks on one connection, again as soon as it is answered, and tells what each answer says of the connection. */
async function askUntilClosed(): Promise<readonly string[]> {
  const socket = await openSocket();
  const said: string[] = [];
  socket.on('data', (data: Buffer) => {
    for (const [, word = ''] of data.toString().matchAll(/Connection: ([\w-]+)/g)) said.push(word);
    if (said.at(-1) === 'keep-alive') socket.write(rawRequest());
  });
  socket.write(rawRequest());
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('close', () => {
      resolve(said);
    });
  });
}

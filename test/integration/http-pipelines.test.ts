import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { send } from '../contract/payway/send.js';
import { startApp, type StartedApp } from '../contract/payway/start-app.js';

let app: StartedApp;
let socket: Socket;
afterEach(async () => {
  socket.destroy();
  await app.close();
});

const many = 4_000;
const request = 'GET /health/ready HTTP/1.1\r\nhost: x\r\n\r\n';

/** The statuses of all answers so far. */
function statusesFrom(from: Socket): () => readonly string[] {
  const statuses: string[] = [];
  const head = /HTTP\/1\.1 (\d{3}) /g;
  let text = '';
  from.on('data', (data: Buffer) => {
    text += data.toString();
    for (let it = head.exec(text); it !== null; it = head.exec(text)) statuses.push(it[1] ?? '');
    // What is left may be the beginning of a head.
    text = text.slice(-12);
    head.lastIndex = 0;
  });
  return () => statuses;
}

async function sendMany(): Promise<() => readonly string[]> {
  socket = connect(app.port, '127.0.0.1');
  await once(socket, 'connect');
  const statuses = statusesFrom(socket);
  socket.write(request.repeat(many));
  return statuses;
}

const turn = () => new Promise(setImmediate);

test('of 4,000 requests behind each other ten run at once, and all are answered', async () => {
  const waiting: (() => void)[] = [];
  let most = 0;
  app = await startApp({
    checkReadiness: () =>
      new Promise((resolve) => {
        waiting.push(() => {
          resolve({ ready: true });
        });
        most = Math.max(most, waiting.length);
      }),
  });
  const statuses = await sendMany();
  while (waiting.length < 10) await turn();
  for (let turns = 0; turns < 50; turns += 1) await turn();
  expect(waiting).toHaveLength(10);
  while (statuses().length < many) {
    for (const go of waiting.splice(0)) go();
    await turn();
  }
  expect(new Set(statuses())).toEqual(new Set(['200']));
  expect(most).toBe(10);
});

test('somebody else is answered in between', async () => {
  let asked = 0;
  app = await startApp({
    checkReadiness: () => {
      asked += 1;
      return Promise.resolve({ ready: true });
    },
  });
  const statuses = await sendMany();
  while (asked === 0) await turn();
  const { status } = await send(app.port, { method: 'GET', path: '/health/live' });
  expect(status).toBe(200);
  expect(asked).toBeLessThan(many);
  while (statuses().length < many) await turn();
});

test('requests with bodies behind each other are each answered for what they sent', async () => {
  app = await startApp();
  socket = connect(app.port, '127.0.0.1');
  await once(socket, 'connect');
  const statuses = statusesFrom(socket);
  const path = '/api/authorization/access_token';
  const body = `grant_type=other&x=${'x'.repeat(5_000)}`;
  const head = `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded`;
  socket.write(`${head}\r\ncontent-length: ${String(body.length)}\r\n\r\n${body}`.repeat(200));
  while (statuses().length < 200) await turn();
  expect(new Set(statuses())).toEqual(new Set(['400']));
});

import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import { makeConnectionLedger } from '../../../../../src/http/core/server/connection-ledger.js';

const answer = () => new ServerResponse(new IncomingMessage(new Socket()));
/** As node says it once all bytes of an answer are out. */
function finish(res: ServerResponse): void {
  res.end();
  Object.defineProperty(res, 'writableFinished', { value: true });
  res.emit('finish');
}

function opened() {
  const ledger = makeConnectionLedger();
  const socket = new Socket();
  ledger.open(socket);
  return { ledger, socket };
}

test('a connection that is not known gets nothing', () => {
  const ledger = makeConnectionLedger();
  expect(ledger.admit(new Socket(), answer())).toBe(false);
  expect(ledger.isAnswering(new Socket())).toBe(false);
});

test('it is being answered from the first byte of the answer to its last', () => {
  const { ledger, socket } = opened();
  const res = answer();
  expect(ledger.admit(socket, res)).toBe(true);
  expect(ledger.isAnswering(socket)).toBe(false);
  res.flushHeaders();
  expect(ledger.isAnswering(socket)).toBe(true);
  finish(res);
  expect(ledger.isAnswering(socket)).toBe(false);
});

test('while closing, the last answer on a connection says so, and only that one', () => {
  const { ledger, socket } = opened();
  const [first, second] = [answer(), answer()];
  ledger.admit(socket, first);
  ledger.startClosing();
  expect(first.getHeader('Connection')).toBe('close');
  expect(ledger.admit(socket, second)).toBe(true);
  expect([first.getHeader('Connection'), second.getHeader('Connection')]).toEqual([
    undefined,
    'close',
  ]);
});

test('behind an answer that has promised to close, no request is taken', () => {
  const { ledger, socket } = opened();
  const res = answer();
  ledger.admit(socket, res);
  ledger.startClosing();
  res.flushHeaders();
  expect(ledger.admit(socket, answer())).toBe(false);
});

test('idle connections are ended, those that owe an answer are not', () => {
  const { ledger, socket } = opened();
  const [busy, done] = [new Socket(), new Socket()];
  for (const it of [busy, done]) ledger.open(it);
  ledger.admit(busy, answer());
  const res = answer();
  ledger.admit(done, res);
  finish(res);
  ledger.endIdle();
  expect([socket, busy, done].map((it) => it.destroyed)).toEqual([true, false, true]);
});

test('one that has begun to ask is not idle', () => {
  const { ledger, socket } = opened();
  Object.defineProperty(socket, 'bytesRead', { value: 7 });
  ledger.endIdle();
  expect(socket.destroyed).toBe(false);
});

test('one that has closed is forgotten', () => {
  const { ledger, socket } = opened();
  socket.emit('close');
  expect(ledger.admit(socket, answer())).toBe(false);
});

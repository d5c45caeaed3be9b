import { setImmediate as turnOfLoop } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { makePipelines } from '../../../../../src/http/core/server/pipelines.js';
import { makeExchange } from '../../../../support/http-exchange.js';

/** One connection, and requests on it by their names; each goes on until it is ended. */
function connected(run = makePipelines(2)) {
  const { req } = makeExchange();
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const ask = (name: string): void => {
    const { res } = makeExchange();
    Object.defineProperty(res.req, 'socket', { value: req.socket });
    ends.set(name, () => res.emit('close'));
    run(res, () => begun.push(name));
  };
  const end = async (name: string): Promise<void> => {
    ends.get(name)?.();
    await turnOfLoop();
    await turnOfLoop();
  };
  return { ask, end, begun, socket: req.socket, run };
}

test('so many of a connection run, the rest in their order as those before them end', async () => {
  const { ask, end, begun } = connected();
  for (const name of ['a', 'b', 'c', 'd']) ask(name);
  expect(begun).toEqual(['a', 'b']);
  await end('b');
  expect(begun).toEqual(['a', 'b', 'c']);
  ask('e');
  await end('a');
  await end('c');
  expect(begun).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('it is not read from while one waits', async () => {
  const { ask, end, socket } = connected();
  for (const name of ['a', 'b']) ask(name);
  expect(socket.isPaused()).toBe(false);
  for (const name of ['c', 'd']) ask(name);
  expect(socket.isPaused()).toBe(true);
  await end('a');
  expect(socket.isPaused()).toBe(true);
  await end('b');
  expect(socket.isPaused()).toBe(false);
});

test('another connection does not wait for it', () => {
  const one = connected();
  for (const name of ['a', 'b', 'c']) one.ask(name);
  const other = connected(one.run);
  other.ask('x');
  expect(other.begun).toEqual(['x']);
});

test('each begins in a turn of the loop of its own, so that others get theirs', async () => {
  const { ask, end, begun, socket, run } = connected(makePipelines(1));
  ask('a');
  for (const name of ['b', 'c', 'd']) {
    const { res } = makeExchange();
    Object.defineProperty(res.req, 'socket', { value: socket });
    run(res, () => {
      begun.push(name);
      res.emit('close');
    });
  }
  const others: string[] = [];
  const other = (): void => {
    others.push(begun.at(-1) ?? '');
    if (begun.length < 4) setImmediate(other);
  };
  setImmediate(other);
  await end('a');
  while (begun.length < 4) await turnOfLoop();
  expect(others.slice(0, 3)).toEqual(['a', 'b', 'c']);
});

test('nothing of a connection that is gone is begun', async () => {
  const { ask, end, begun, socket } = connected();
  for (const name of ['a', 'b', 'c']) ask(name);
  socket.destroy();
  await end('a');
  expect(begun).toEqual(['a', 'b']);
});

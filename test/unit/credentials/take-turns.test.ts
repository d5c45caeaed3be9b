import { setImmediate as settled } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { BusyError } from '../../../src/application/ports/failures.js';
import { makeTakeTurns } from '../../../src/credentials/take-turns.js';

/** Two at once and two who wait; each task ends, by its name, when the test says so. */
function limited() {
  const takeTurns = makeTakeTurns({ atOnce: 2, waiting: 2, refusal: 'too many' });
  const begun: string[] = [];
  const ends = new Map<string, (failure?: Error) => void>();
  const start = (name: string, from = 'all', signal = new AbortController().signal) =>
    takeTurns({ from, signal }, () => {
      begun.push(name);
      return new Promise<string>((resolve, reject) => {
        ends.set(name, (failure) => {
          if (failure === undefined) resolve(name);
          else reject(failure);
        });
      });
    });
  const end = (name: string, failure?: Error) => ends.get(name)?.(failure);
  return { start, end, begun };
}

test('those who wait begin in the order in which they came, one for each that ends', async () => {
  const { start, end, begun } = limited();
  const [a, , c] = ['a', 'b', 'c', 'd'].map((it) => start(it));
  await settled();
  expect(begun).toEqual(['a', 'b']);
  end('a');
  expect(await a).toBe('a');
  await settled();
  expect(begun).toEqual(['a', 'b', 'c']);
  end('c');
  expect(await c).toBe('c');
  await settled();
  expect(begun).toEqual(['a', 'b', 'c', 'd']);
});

test('one more than may wait is refused, and what ends makes room again', async () => {
  const { start, end, begun } = limited();
  const [a] = ['a', 'b', 'c', 'd'].map((it) => start(it));
  await settled();
  await expect(start('e')).rejects.toThrow(new BusyError('too many'));
  end('a');
  await a;
  void start('f');
  await expect(start('g')).rejects.toThrow(BusyError);
  expect(begun).toEqual(['a', 'b', 'c']);
});

test('a task that fails makes room too', async () => {
  const { start, end, begun } = limited();
  const [a] = ['a', 'b', 'c'].map((it) => start(it));
  await settled();
  end('a', new Error('broken'));
  await expect(a).rejects.toThrow('broken');
  await settled();
  expect(begun).toEqual(['a', 'b', 'c']);
});

test('who comes from elsewhere is next, whatever waits from one place', async () => {
  const { start, end, begun } = limited();
  const [a, , , d] = ['a', 'b', 'c', 'd'].map((it) => start(it, 'one'));
  await settled();
  const e = start('e', 'other');
  await expect(d).rejects.toThrow(new BusyError('too many'));
  end('a');
  await a;
  await settled();
  end('b');
  await settled();
  expect(begun).toEqual(['a', 'b', 'c', 'e']);
  end('e');
  expect(await e).toBe('e');
});

test('who goes away while waiting leaves his place, and is not begun', async () => {
  const { start, end, begun } = limited();
  const gone = new AbortController();
  const [a] = ['a', 'b'].map((it) => start(it));
  const c = start('c', 'all', gone.signal);
  void start('d');
  await settled();
  gone.abort(new Error('gone'));
  await expect(c).rejects.toThrow('gone');
  void start('e');
  end('a');
  await a;
  await settled();
  expect(begun).toEqual(['a', 'b', 'd']);
});

test('who has gone before is not begun, and who goes while running is let run', async () => {
  const { start, end, begun } = limited();
  await expect(start('a', 'all', AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
  const gone = new AbortController();
  const b = start('b', 'all', gone.signal);
  await settled();
  gone.abort();
  end('b');
  expect(await b).toBe('b');
  expect(begun).toEqual(['b']);
});

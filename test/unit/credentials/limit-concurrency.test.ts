import { setImmediate as settled } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { BusyError } from '../../../src/application/ports/failures.js';
import { limitConcurrency } from '../../../src/credentials/limit-concurrency.js';

/** Two at once and two who wait; each task ends, by its name, when the test says so. */
function limited() {
  const run = limitConcurrency({ atOnce: 2, waiting: 2, refusal: 'too many' });
  const begun: string[] = [];
  const ends = new Map<string, (failure?: Error) => void>();
  const start = (name: string) =>
    run(() => {
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
  const [a, , c] = ['a', 'b', 'c', 'd'].map(start);
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
  const [a] = ['a', 'b', 'c', 'd'].map(start);
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
  const [a] = ['a', 'b', 'c'].map(start);
  await settled();
  end('a', new Error('broken'));
  await expect(a).rejects.toThrow('broken');
  await settled();
  expect(begun).toEqual(['a', 'b', 'c']);
});

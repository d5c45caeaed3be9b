import { describe, expect, test } from '@jest/globals';
import { StoreUnavailableError } from '../../../src/application/ports/failures.js';
import { makeLimitWrites } from '../../../src/storage/limit-writes.js';

/** Writes that last until they are told to end, and in what order they began. */
function makeWrites() {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  return {
    begun,
    write: (number: number) => (): Promise<number> => {
      begun.push(number);
      return new Promise((resolve) => {
        ends.push(() => {
          resolve(number);
        });
      });
    },
    endOne: () => ends.shift()?.(),
  };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('Writes at once', () => {
  test('are as many as there are places; the others follow in their order', async () => {
    const { begun, write, endOne } = makeWrites();
    const limit = makeLimitWrites({ places: 2, waitMs: 60_000 });
    const done = Promise.all([1, 2, 3, 4].map((it) => limit(write(it))));
    await turn();
    expect(begun).toEqual([1, 2]);
    endOne();
    await turn();
    expect(begun).toEqual([1, 2, 3]);
    for (let left = 4; left > 0; left -= 1) {
      endOne();
      await turn();
    }
    expect(await done).toEqual([1, 2, 3, 4]);
  });

  test('that find no place in time were not sent, and say so', async () => {
    const { begun, write, endOne } = makeWrites();
    const limit = makeLimitWrites({ places: 1, waitMs: 1 });
    const first = limit(write(1));
    await expect(limit(write(2))).rejects.toThrow(StoreUnavailableError);
    endOne();
    expect(await first).toBe(1);
    expect(begun).toEqual([1]);
    const third = limit(write(3));
    await turn();
    endOne();
    expect(await third).toBe(3);
  });

  test('give their place away also where they fail', async () => {
    const limit = makeLimitWrites({ places: 1, waitMs: 60_000 });
    await expect(limit(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await limit(() => Promise.resolve('yes'))).toBe('yes');
  });
});

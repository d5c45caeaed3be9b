import { describe, expect, test } from '@jest/globals';
import { makeInTurn } from '../../../../src/application/commit/in-turn.js';

/** A work that is over when it is told to be. */
function open() {
  let finish: (fault?: Error) => void = () => undefined;
  const over = new Promise<string>((resolve, reject) => {
    finish = (fault) => {
      if (fault === undefined) resolve('done');
      else reject(fault);
    };
  });
  return {
    over,
    finish: (fault?: Error) => {
      finish(fault);
    },
  };
}
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('Works of one key', () => {
  test('wait for each other, and those of another do not wait for them', async () => {
    const inTurn = makeInTurn<string>();
    const begun: string[] = [];
    const [first, other] = [open(), open()];
    const work =
      (name: string, it = open()) =>
      () => {
        begun.push(name);
        return it.over;
      };
    const done = inTurn('a', work('first', first));
    void inTurn('a', work('second'));
    void inTurn('b', work('other', other));
    await settle();
    expect(begun).toEqual(['first', 'other']);
    first.finish();
    expect(await done).toBe('done');
    await settle();
    expect(begun).toEqual(['first', 'other', 'second']);
  });

  test('fail for whoever asked, and hold up nobody', async () => {
    const inTurn = makeInTurn<string>();
    const failing = open();
    const failed = inTurn('a', () => failing.over);
    const next = inTurn('a', () => Promise.resolve('next'));
    failing.finish(new Error('away'));
    await expect(failed).rejects.toThrow('away');
    expect(await next).toBe('next');
  });
});

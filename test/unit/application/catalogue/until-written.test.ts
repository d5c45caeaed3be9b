import { describe, expect, test } from '@jest/globals';
import { untilWritten } from '../../../../src/application/catalogue/until-written.js';

const pauses: number[] = [];
const deps = {
  pause: (milliseconds: number) => {
    pauses.push(milliseconds);
    return Promise.resolve();
  },
  random: () => 1,
};

describe('A write that others are faster at', () => {
  test('is tried again, a little later each time, until it is done', async () => {
    const outcomes = ['lost', 'lost', 'done'] as const;
    let tries = 0;
    const attempt = () => Promise.resolve(outcomes[tries++] ?? 'lost');
    expect(await untilWritten(deps, attempt)).toBe('done');
    expect(tries).toBe(3);
    expect(pauses).toEqual([2.5, 5]);
  });

  test('is given up after twenty tries', async () => {
    await expect(untilWritten(deps, () => Promise.resolve('lost'))).rejects.toThrow(
      'others wrote the same all the time',
    );
  });
});

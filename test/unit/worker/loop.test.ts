import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { makeLoop } from '../../../src/worker/loop.js';
import { silentLog } from '../../support/process.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const hour = 3_600_000;

test('what runs once an hour runs once an hour, and after a failure soon again', async () => {
  let runs = 0;
  const loop = makeLoop({
    name: 'test',
    everyMs: hour,
    gatherMs: 1,
    run: () => {
      runs += 1;
      return runs === 2 ? Promise.reject(new Error('away')) : Promise.resolve();
    },
    log: silentLog,
  });
  loop.start();
  await jest.advanceTimersByTimeAsync(0);
  expect(runs).toBe(1);
  await jest.advanceTimersByTimeAsync(hour - 1);
  expect(runs).toBe(1);
  await jest.advanceTimersByTimeAsync(1);
  expect(runs).toBe(2);
  await jest.advanceTimersByTimeAsync(10_000);
  expect(runs).toBe(3);
  await jest.advanceTimersByTimeAsync(hour - 1);
  expect(runs).toBe(3);
  await loop.stop();
});

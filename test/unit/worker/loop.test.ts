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

test('a turn that never comes to an end is asked to, then left to itself, and the next one runs', async () => {
  const lines: string[] = [];
  let runs = 0;
  let isAsked = (): boolean => false;
  const loop = makeLoop({
    name: 'test',
    everyMs: 1_000,
    gatherMs: 1,
    run: (stopping) => {
      runs += 1;
      if (runs > 1) return Promise.resolve();
      isAsked = stopping;
      return new Promise(() => undefined);
    },
    log: { ...silentLog, warn: (line) => lines.push(line) },
  });
  loop.start();
  await jest.advanceTimersByTimeAsync(299_000);
  expect([runs, isAsked()]).toEqual([1, false]);
  await jest.advanceTimersByTimeAsync(1_000);
  expect([runs, isAsked()]).toEqual([1, true]);
  await jest.advanceTimersByTimeAsync(310_000);
  expect(runs).toBeGreaterThan(1);
  expect(lines).toEqual(['a background task failed and will be tried again']);
  await loop.stop();
});

test('a stop waits for a turn, but not for one that was left to itself', async () => {
  const loop = makeLoop({
    name: 'test',
    everyMs: hour,
    gatherMs: 1,
    run: () => new Promise(() => undefined),
    log: silentLog,
  });
  loop.start();
  await jest.advanceTimersByTimeAsync(0);
  const stopped = loop.stop();
  await jest.advanceTimersByTimeAsync(600_000);
  await expect(stopped).resolves.toBeUndefined();
});

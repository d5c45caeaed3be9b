import { expect, test } from '@jest/globals';
import { storeLimits } from '../../../src/storage/store-limits.js';

test('what waits for the database gives up before the request, and a majority before the reply', () => {
  expect(storeLimits({ requestTimeoutMs: 10_000 })).toEqual({
    poolSize: 50,
    connectMs: 3_000,
    selectMs: 3_000,
    queueMs: 3_000,
    replyMs: 5_000,
    majorityMs: 4_000,
    indexBuildMs: 600_000,
  });
  expect(storeLimits({ requestTimeoutMs: 1_000 })).toMatchObject({
    selectMs: 300,
    replyMs: 500,
    majorityMs: 400,
  });
});

test('a limit that is given holds as it is', () => {
  const limits = { poolSize: 3, replyMs: 17 };
  expect(storeLimits({ requestTimeoutMs: 10_000, limits })).toMatchObject(limits);
});

import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { Dialect } from '../../../../src/http/core/dialect.js';
import { makeProblem } from '../../../../src/http/core/problem.js';
import { makeRequestTimeout } from '../../../../src/http/middleware/request-timeout.js';
import { type Exchange, makeExchange, passedOn } from '../../../support/http-exchange.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const worded = (status: number) => () => makeProblem({ status, code: 'late', body: { status } });
const dialect = {
  problems: { unavailable: worded(503), request_timed_out: worded(408) },
} as unknown as Dialect;
const timeout = makeRequestTimeout(1_000, () => dialect);

async function begun(): Promise<Exchange> {
  const exchange = makeExchange();
  expect(await passedOn(timeout, exchange)).toBeUndefined();
  return exchange;
}

test('work that has not ended in time is unavailable, not a moment earlier', async () => {
  const { answered } = await begun();
  jest.advanceTimersByTime(999);
  expect(answered().text).toBe('');
  jest.advanceTimersByTime(1);
  expect(answered()).toMatchObject({ status: 503, text: '{"status":503}' });
});

test('a request that has not arrived in time is told that', async () => {
  const { req, answered } = await begun();
  Object.assign(req, { complete: false });
  jest.advanceTimersByTime(1_000);
  expect(answered()).toMatchObject({ status: 408, text: '{"status":408}' });
});

test('an answer that is not read in time is cut off', async () => {
  const { res } = await begun();
  res.flushHeaders();
  jest.advanceTimersByTime(1_000);
  expect(res.destroyed).toBe(true);
});

test('what is over is left alone', async () => {
  const { res, answered } = await begun();
  res.emit('close');
  jest.advanceTimersByTime(5_000);
  expect([answered().text, res.destroyed]).toEqual(['', false]);
});

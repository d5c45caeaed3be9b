import { expect, test } from '@jest/globals';
import type { Dialect } from '../../../../src/http/core/dialect.js';
import { makeProblem } from '../../../../src/http/core/problem.js';
import { makeAnswerable } from '../../../../src/http/middleware/answerable.js';
import { makeExchange, passedOn } from '../../../support/http-exchange.js';

const worded = (status: number) => () =>
  makeProblem({ status, code: `c${String(status)}`, body: { status } });
const dialect = {
  problems: { unreadable: worded(400), unmet_expectation: worded(417) },
} as unknown as Dialect;
const answerable = makeAnswerable(() => dialect);

async function ask(headers: Readonly<Record<string, string>>, httpVersion = '1.1') {
  const exchange = makeExchange({ headers });
  Object.assign(exchange.req, { httpVersion });
  const passed = await passedOn(answerable, exchange);
  return { passed, refusal: exchange.res.locals.refusal as unknown, ...exchange.answered() };
}

test.each([
  [{ host: 'x' }, '1.1'],
  [{ host: 'x', expect: '100-Continue' }, '1.1'],
  [{}, '1.0'],
  [{ expect: 'a-miracle' }, '1.0'],
])('%o of HTTP/%s goes on', async (headers, version) => {
  expect((await ask(headers, version)).passed).toBeUndefined();
});

test.each([
  [{}, 400],
  [{ host: 'x', expect: 'a-miracle' }, 417],
  [{ host: 'x', expect: '' }, 417],
] as const)('%o is %i, and the connection closes', async (headers, status) => {
  expect(await ask(headers)).toMatchObject({
    passed: 'answered',
    refusal: `c${String(status)}`,
    status,
    headers: { connection: 'close' },
    text: `{"status":${String(status)}}`,
  });
});

import { expect, test } from '@jest/globals';
import { failed } from '../../../../src/http/core/failure.js';
import { makeHealthRouter } from '../../../../src/http/health/router.js';
import { makeExchange, passedOn } from '../../../support/http-exchange.js';

async function ask(url: string, readiness: object = { ready: true }, method = 'GET') {
  const router = makeHealthRouter({ checkReadiness: () => Promise.resolve(readiness as never) });
  const exchange = makeExchange({ url, method });
  const passed = await passedOn(router, exchange);
  return { passed, ...exchange.answered() };
}

test('a process that runs is live, ready or not', async () => {
  const { status, text, headers } = await ask('/live', { ready: false, failing: ['database'] });
  expect([status, text]).toEqual([200, '{"status":"live"}']);
  expect(headers).toMatchObject({ 'cache-control': 'no-store' });
});

test('it is ready where nothing fails, else it says what does', async () => {
  expect(await ask('/ready')).toMatchObject({ status: 200, text: '{"status":"ready"}' });
  expect(await ask('/ready', { ready: false, failing: ['database'] })).toMatchObject({
    status: 503,
    text: '{"status":"not_ready","failing":["database"]}',
  });
});

test.each(['/live', '/ready'])('%s is only read', async (url) => {
  const { passed } = await ask(url, { ready: true }, 'POST');
  expect(passed).toEqual(failed('method_not_allowed', { allowed: 'GET, HEAD' }));
});

test.each(['/live', '/ready'])('%s takes no query', async (url) => {
  const { passed } = await ask(`${url}?stranger=1`);
  const faults = [{ name: 'stranger', fault: 'unknown' }] as const;
  expect(passed).toEqual(failed('faulty_fields', { part: 'query', faults }));
});

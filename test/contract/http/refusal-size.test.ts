import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { changeRequest, startApp, type StartedApp } from '../payway/start-app.js';
import { send } from '../payway/send.js';

let app: StartedApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

/** As many names that nobody knows as fit, and how often each is to be found in an answer. */
const names = (bytes: number) =>
  Array.from(
    { length: Math.floor(bytes / 8) },
    (_, index) => `n${index.toString(36).padStart(3, '0')}`,
  );

test('a body of unknown fields is refused by twenty of them, and the number of the rest', async () => {
  const sent = names(90_000);
  const body = JSON.stringify(Object.fromEntries(sent.map((it) => [it, 1])));
  const { status, json, text } = await send(app.port, changeRequest(app.token(), body));
  // The four that are required are missing, too.
  expect([status, json]).toMatchObject([
    400,
    { code: 'unknown_parameter', field: sent[0], more_errors: sent.length + 4 - 20 },
  ]);
  expect((json as { errors: unknown[] }).errors).toHaveLength(20);
  expect(text.length).toBeLessThan(body.length / 10);
});

test('one field with a long name is not told twice as long as it came', async () => {
  const body = JSON.stringify({ ['x'.repeat(90_000)]: 1 });
  const { json, text } = await send(app.port, changeRequest(app.token(), body));
  expect(json).toMatchObject({ field: `${'x'.repeat(100)}…` });
  expect(text.length).toBeLessThan(2_000);
});

test('a query of unknown parameters likewise', async () => {
  const sent = names(14_000);
  const { status, json, text } = await send(app.port, {
    method: 'GET',
    path: `/external/api/v1/products?${sent.join('&')}`,
    headers: { authorization: `Bearer ${app.token()}` },
  });
  expect([status, json]).toMatchObject([400, { code: 'unknown_parameter', field: sent[0] }]);
  expect((json as { errors: unknown[] }).errors).toHaveLength(20);
  expect(text.length).toBeLessThan(14_000);
});

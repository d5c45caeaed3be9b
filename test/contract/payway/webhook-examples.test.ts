import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventTypes } from '../../../src/application/webhooks/event-types.js';
import { toInstant } from '../../../src/domain/time/instant.js';
import { call, endpointContract, type Subject } from './endpoint-contract.js';
import { described, fieldRows } from './field-cases.js';
import { type RecordedApp, startRecordedApp } from './recorded-app.js';
import { organisationId } from './start-app.js';

let app: RecordedApp;
beforeAll(async () => {
  app = await startRecordedApp();
});
afterAll(() => app.close());

const id = '56e1741a6fc9365306000008';
const attempt = {
  ...{ at: toInstant(Date.parse('2026-12-01T00:00:00Z')), status: 204, failure: null },
  ...{ durationMs: 12, answer: '' },
};
const example: Subject = {
  name: 'sendWebhookExample',
  id,
  example: { type: 'package_upgrade' },
  ...{ allow: 'POST', result: { ok: true, attempt } },
};

test('The address, scope and field of docs/spec/payway-api.md §6', () => {
  const description = described('sendWebhookExample');
  const path = '/external/api/v1/webhook_endpoints/{id}/example';
  expect(description).toMatchObject({ method: 'post', path, scope: '/external/webhook/w' });
  const longest = Math.max(...eventTypes.map((it) => it.length));
  const words = `/^(${eventTypes.map((it) => it.replaceAll('.', '\\.')).join('|')})$/`;
  expect(fieldRows(description.body ?? [])).toEqual([
    ['type', 'required', 'string', longest, words],
  ]);
});

endpointContract(() => app, example);

describe('An example', () => {
  test.each(eventTypes)('of %s goes to that endpoint alone', async (type) => {
    app.answerWith(example.result);
    await call(app, { ...example, example: { type } });
    expect(app.asked).toEqual([{ useCase: 'sendExample', args: [{ organisationId, id, type }] }]);
  });

  test.each([
    { said: {}, told: {} },
    {
      said: { status: null, failure: 'timeout', answer: null },
      told: { status: null, failure: 'timeout', answer: null },
    },
    { said: { status: 500, answer: 'no' }, told: { status: 500, answer: 'no' } },
  ])('is answered with what the receiver said: $said', async ({ said, told }) => {
    app.answerWith({ ok: true, attempt: { ...attempt, ...said } });
    const { status, json } = await call(app, example);
    const usual = { status: 204, failure: null, duration_ms: 12, answer: '' };
    const item = { at: '2026-12-01T00:00:00.000Z', ...usual, ...told };
    expect([status, json]).toEqual([200, { item }]);
  });

  const unknown = { code: 'not_found', message: 'The webhook endpoint could not be found' };

  test('for an endpoint that is unknown, or another organisation’s, is 404', async () => {
    app.answerWith({ ok: false, failure: 'unknown_endpoint' });
    const { status, json } = await call(app, example);
    expect([status, json]).toEqual([404, unknown]);
  });

  test.each(['x', '%00', 'f'.repeat(25)])('for %s, which can be none, is 404', async (other) => {
    app.answerWith(example.result);
    const { status, json } = await call(app, { ...example, id: other });
    expect([status, json, app.asked]).toEqual([404, unknown, []]);
  });
});

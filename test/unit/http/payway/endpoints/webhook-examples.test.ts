import { expect, test } from '@jest/globals';
import { makeWebhookExampleEndpoints } from '../../../../../src/http/payway/endpoints/webhook-examples.js';
import { unknownWebhookEndpoint } from '../../../../../src/http/payway/problems/not-found.js';
import {
  askEndpoint,
  organisationId,
  otherId,
  recording,
} from '../../../../support/ask-endpoint.js';

const name = 'sendWebhookExample';
const body = { type: 'package_upgrade' };

test('sendWebhookExample tells what the receiver said', async () => {
  const attempt = { at: 0, status: 204, failure: null, durationMs: 1.6, answer: '' };
  const { useCase, asked } = recording({ ok: true, attempt });
  const endpoints = makeWebhookExampleEndpoints({ sendExample: useCase });
  const answer = await askEndpoint(endpoints, name, { params: { id: otherId }, body });
  const told = { at: '1970-01-01T00:00:00.000Z', status: 204, failure: null, answer: '' };
  expect(answer).toEqual({ status: 200, body: { item: { ...told, duration_ms: 2 } } });
  expect(asked).toEqual([{ organisationId, id: otherId, ...body }]);
});

test.each([otherId, 'no id'])('sendWebhookExample to %s, which is unknown, is 404', async (id) => {
  const { useCase } = recording({ ok: false, failure: 'unknown_endpoint' });
  const endpoints = makeWebhookExampleEndpoints({ sendExample: useCase });
  expect(await askEndpoint(endpoints, name, { params: { id }, body })).toBe(unknownWebhookEndpoint);
});

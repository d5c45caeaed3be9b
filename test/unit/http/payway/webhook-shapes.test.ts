import { expect, test } from '@jest/globals';
import {
  toWebhookDeliveryItem,
  toWebhookEndpointItem,
} from '../../../../src/http/payway/webhook-shapes.js';
import { at } from '../../../support/domain/at.js';

const id = 'a'.repeat(24) as never;

test('an endpoint is told without what it was made of', () => {
  const endpoint = {
    id,
    organisationId: id,
    url: 'https://a.test/',
    types: null,
    enabled: true,
    createdAt: at('2026-04-01T00:00:00Z'),
    secrets: ['never told'],
  };
  expect(toWebhookEndpointItem(endpoint)).toEqual({
    id,
    url: 'https://a.test/',
    types: null,
    enabled: true,
    created: '2026-04-01T00:00:00.000Z',
  });
});

test('a delivery is told in real time, its tries in whole milliseconds', () => {
  const attempt = { at: 0, status: null, failure: 'timeout', durationMs: 15_000.4, answer: null };
  const delivery = {
    eventId: id,
    eventType: 'package_upgrade',
    state: 'failed',
    tries: 1,
    replays: 2,
    nextAttemptAt: 1_000,
    attempts: [attempt],
  };
  expect(toWebhookDeliveryItem(delivery as never)).toEqual({
    event_id: id,
    type: 'package_upgrade',
    state: 'failed',
    tries: 1,
    replays: 2,
    next_attempt_at: '1970-01-01T00:00:01.000Z',
    attempts: [
      {
        at: '1970-01-01T00:00:00.000Z',
        status: null,
        failure: 'timeout',
        duration_ms: 15_000,
        answer: null,
      },
    ],
  });
});

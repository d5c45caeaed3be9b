import { expect, test } from '@jest/globals';
import type { ListedEndpoint } from '../../../../src/application/webhooks/manage-endpoints.js';
import type { WebhookDelivery } from '../../../../src/application/ports/webhook-delivery-store.js';
import {
  deliveryShape,
  newWebhookEndpointShape,
  toWebhookDeliveryItem,
  toWebhookEndpointItem,
  webhookEndpointShape,
} from '../../../../src/http/payway/webhook-shapes.js';
import { idOf } from '../../../support/domain/id-of.js';

const createdAt = Date.parse('2026-04-10T00:00:00.5Z');

test('an endpoint is told without its secrets, its dates in UTC', () => {
  const endpoint = {
    id: idOf(5),
    url: 'https://receiver.example/',
    types: ['package_upgrade'],
    enabled: true,
    createdAt,
  } as unknown as ListedEndpoint;
  const item = toWebhookEndpointItem(endpoint);
  expect(JSON.stringify(item)).toBe(
    JSON.stringify({
      id: idOf(5),
      url: 'https://receiver.example/',
      types: ['package_upgrade'],
      enabled: true,
      created: '2026-04-10T00:00:00.500Z',
    }),
  );
  expect(webhookEndpointShape.safeParse(item).error).toBeUndefined();
  expect(webhookEndpointShape.safeParse({ ...item, secret: 'x' }).success).toBe(false);
  expect(newWebhookEndpointShape.safeParse({ ...item, secret: 'x' }).error).toBeUndefined();
});

test('a delivery is told with its last tries, in whole milliseconds', () => {
  const item = toWebhookDeliveryItem({
    eventId: idOf(6),
    eventType: 'package_upgrade',
    state: 'dead',
    tries: 2,
    replays: 0,
    nextAttemptAt: null,
    attempts: [{ at: createdAt, status: 500, failure: null, durationMs: 12.4, answer: 'no' }],
  } as unknown as WebhookDelivery);
  expect(JSON.stringify(item)).toBe(
    JSON.stringify({
      event_id: idOf(6),
      type: 'package_upgrade',
      state: 'dead',
      tries: 2,
      replays: 0,
      next_attempt_at: null,
      attempts: [
        {
          at: '2026-04-10T00:00:00.500Z',
          status: 500,
          failure: null,
          duration_ms: 12,
          answer: 'no',
        },
      ],
    }),
  );
  expect(deliveryShape.safeParse(item).error).toBeUndefined();
});

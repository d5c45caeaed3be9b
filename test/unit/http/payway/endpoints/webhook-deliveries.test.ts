import { describe, expect, test } from '@jest/globals';
import { toCursor } from '../../../../../src/http/payway/cursor.js';
import { makeWebhookDeliveryEndpoints } from '../../../../../src/http/payway/endpoints/webhook-deliveries.js';
import {
  unknownEvent,
  unknownWebhookEndpoint,
} from '../../../../../src/http/payway/problems/not-found.js';
import { unreadableCursor } from '../../../../../src/http/payway/problems/parameter-problems.js';
import {
  askEndpoint,
  organisationId,
  otherId,
  recording,
  userProductId as eventId,
} from '../../../../support/ask-endpoint.js';

const params = { id: otherId };
const key = { organisationId, id: otherId };
const unknown = recording({ ok: false, failure: 'unknown_endpoint' }).useCase;
const endpointsWith = (given: object) =>
  makeWebhookDeliveryEndpoints({
    rotateWebhookSecret: unknown,
    replayEvents: unknown,
    listDeliveries: unknown,
    ...given,
  });

test.each(['rotateWebhookSecret', 'replayWebhookEvents', 'listWebhookDeliveries'])(
  '%s is 404 where the endpoint is unknown or cannot be one',
  async (name) => {
    const endpoints = endpointsWith({});
    expect(await askEndpoint(endpoints, name, { params })).toBe(unknownWebhookEndpoint);
    const noId = { params: { id: 'no-id' } };
    expect(await askEndpoint(endpoints, name, noId)).toBe(unknownWebhookEndpoint);
  },
);

test('rotateWebhookSecret tells the new secret', async () => {
  const { useCase, asked } = recording({ ok: true, secret: 's' });
  const endpoints = endpointsWith({ rotateWebhookSecret: useCase });
  const told = { status: 200, body: { item: { secret: 's' } } };
  expect(await askEndpoint(endpoints, 'rotateWebhookSecret', { params })).toEqual(told);
  const kept = { params, body: { overlap_hours: 0 }, chosenId: eventId };
  expect(await askEndpoint(endpoints, 'rotateWebhookSecret', kept)).toEqual(told);
  expect(asked).toEqual([
    { ...key, overlapHours: 24, chosenId: null },
    { ...key, overlapHours: 0, chosenId: eventId },
  ]);
});

describe('replayWebhookEvents', () => {
  test('says how many it has queued', async () => {
    const { useCase, asked } = recording({ ok: true, queued: 7 });
    const endpoints = endpointsWith({ replayEvents: useCase });
    const range = { params, body: { after: eventId } };
    expect(await askEndpoint(endpoints, 'replayWebhookEvents', range)).toEqual({
      status: 200,
      body: { item: { queued: 7 } },
    });
    expect(asked).toEqual([{ ...key, after: eventId, before: null }]);
  });

  test('is 404 where an event is unknown, 409 where the range is too large', async () => {
    const failing = (failure: string) =>
      endpointsWith({ replayEvents: recording({ ok: false, failure }).useCase });
    const name = 'replayWebhookEvents';
    expect(await askEndpoint(failing('unknown_event'), name, { params })).toBe(unknownEvent);
    expect(await askEndpoint(failing('replay_too_large'), name, { params })).toMatchObject({
      status: 409,
      code: 'replay_too_large',
    });
  });
});

describe('listWebhookDeliveries', () => {
  const delivery = {
    eventId,
    eventType: 'package_upgrade',
    state: 'delivered',
    tries: 1,
    replays: 0,
    nextAttemptAt: null,
    attempts: [{ at: 0, status: 200, failure: null, durationMs: 1.6, answer: 'ok' }],
  };

  test('tells what was sent, and what came of it', async () => {
    const { useCase, asked } = recording({ ok: true, deliveries: [delivery], next: 9 });
    const endpoints = endpointsWith({ listDeliveries: useCase });
    const query = { after: toCursor('8'), limit: 1, state: 'delivered' };
    expect(await askEndpoint(endpoints, 'listWebhookDeliveries', { params, query })).toMatchObject({
      status: 200,
      body: {
        items: [
          { event_id: eventId, attempts: [{ at: '1970-01-01T00:00:00.000Z', duration_ms: 2 }] },
        ],
        next: toCursor('9'),
      },
    });
    expect(asked).toEqual([{ ...key, state: 'delivered', after: 8, limit: 1 }]);
  });

  test('does not go on after what it has not said', async () => {
    const query = { after: toCursor('x') };
    const answer = await askEndpoint(endpointsWith({}), 'listWebhookDeliveries', { params, query });
    expect(answer).toBe(unreadableCursor);
  });
});

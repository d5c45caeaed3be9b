import { z } from 'zod';
import type {
  WebhookAttempt,
  WebhookDelivery,
} from '../../application/ports/webhook-delivery-store.js';
import type { ListedEndpoint } from '../../application/webhooks/manage-endpoints.js';
import { eventType } from './event-schemas.js';
import { count, hexId, textOrNull, type AnswerOf } from './schemas.js';

/** What is about sending is told in real time, UTC: it belongs to no organisation's calendar. */
const utcInstant = z.iso.datetime();
const utc = (at: number): string => new Date(at).toISOString();

export const webhookEndpointShape = z
  .strictObject({
    id: hexId,
    url: z.string(),
    types: z.array(eventType).nullable().meta({ description: 'Which events it gets; null: all' }),
    enabled: z.boolean(),
    created: utcInstant,
  })
  .meta({ id: 'WebhookEndpoint', description: 'An address that events are sent to' });

const secret = z.string().meta({ description: 'Signs what is sent; it is told this once' });

export const newWebhookEndpointShape = z
  .strictObject({ ...webhookEndpointShape.shape, secret })
  .meta({ id: 'NewWebhookEndpoint' });

export const webhookSecretShape = z.strictObject({ secret }).meta({ id: 'WebhookSecret' });

export const webhookReplayShape = z
  .strictObject({ queued: count.meta({ description: 'How many events are sent once more' }) })
  .meta({ id: 'WebhookReplay' });

/** Where events are sent; its secrets are never told again. */
export function toWebhookEndpointItem(
  endpoint: ListedEndpoint,
): AnswerOf<typeof webhookEndpointShape> {
  const { id, url, types, enabled, createdAt } = endpoint;
  return { id, url, types, enabled, created: utc(createdAt) };
}

export const webhookAttemptShape = z
  .strictObject({
    at: utcInstant,
    status: z.int().nullable(),
    failure: textOrNull,
    duration_ms: count,
    answer: textOrNull.meta({ description: 'The first 1 kB of what the receiver said' }),
  })
  .meta({ id: 'DeliveryAttempt' });

export const deliveryStates = ['pending', 'delivered', 'failed', 'dead'] as const;

export const deliveryShape = z
  .strictObject({
    event_id: hexId,
    type: eventType,
    state: z.enum(deliveryStates).meta({ id: 'DeliveryState' }),
    tries: count,
    replays: count,
    next_attempt_at: utcInstant.nullable(),
    attempts: z.array(webhookAttemptShape),
  })
  .meta({ id: 'Delivery', description: 'One event at one endpoint, with its last tries' });

/** One event at one endpoint, with the last tries and what the receiver said (its first 1 kB). */
export function toWebhookDeliveryItem(delivery: WebhookDelivery): AnswerOf<typeof deliveryShape> {
  const { eventId, eventType: type, state, tries, replays, nextAttemptAt, attempts } = delivery;
  return {
    event_id: eventId,
    type,
    state,
    tries,
    replays,
    next_attempt_at: nextAttemptAt === null ? null : utc(nextAttemptAt),
    attempts: attempts.map(toWebhookAttempt),
  };
}

/** One try, and what came of it. */
export function toWebhookAttempt(attempt: WebhookAttempt): AnswerOf<typeof webhookAttemptShape> {
  const { at, status, failure, durationMs, answer } = attempt;
  return { at: utc(at), status, failure, duration_ms: Math.round(durationMs), answer };
}

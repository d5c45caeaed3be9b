import type { WebhookDelivery } from '../../application/ports/webhook-delivery-store.js';
import type { ListedEndpoint } from '../../application/webhooks/manage-endpoints.js';
import { eventTypes } from '../../application/webhooks/event-types.js';
import type { JsonSchema } from '../core/endpoint.js';
import { hexId, maybe, maybeText, objectSchema } from './schemas.js';

const text: JsonSchema = { type: 'string' };
const count: JsonSchema = { type: 'integer', minimum: 0 };
/** What is about sending is told in real time, UTC: it belongs to no organisation's calendar. */
const utcInstant: JsonSchema = { type: 'string', format: 'date-time' };
const utc = (at: number): string => new Date(at).toISOString();

const endpointFields = {
  id: hexId,
  url: text,
  types: maybe({ type: 'array', items: { enum: eventTypes } }),
  enabled: { type: 'boolean' },
  created: utcInstant,
} as const satisfies Record<string, JsonSchema>;

export const webhookEndpointSchema = objectSchema(endpointFields);
export const newWebhookEndpointSchema = objectSchema({ ...endpointFields, secret: text });

/** Where events are sent; its secrets are never told again. */
export function toWebhookEndpointItem({ id, url, types, enabled, createdAt }: ListedEndpoint) {
  return { id, url, types, enabled, created: utc(createdAt) };
}

const attemptSchema = objectSchema({
  at: utcInstant,
  status: maybe({ type: 'integer' }),
  failure: maybeText,
  duration_ms: count,
  answer: maybeText,
});

export const deliveryStates = ['pending', 'delivered', 'failed', 'dead'] as const;

export const webhookDeliverySchema = objectSchema({
  event_id: hexId,
  type: { enum: eventTypes },
  state: { enum: deliveryStates },
  tries: count,
  replays: count,
  next_attempt_at: maybe(utcInstant),
  attempts: { type: 'array', items: attemptSchema },
});

/** One event at one endpoint, with the last tries and what the receiver said (its first 1 kB). */
export function toWebhookDeliveryItem(delivery: WebhookDelivery) {
  const { eventId, eventType, state, tries, replays, nextAttemptAt, attempts } = delivery;
  return {
    event_id: eventId,
    type: eventType,
    state,
    tries,
    replays,
    next_attempt_at: nextAttemptAt === null ? null : utc(nextAttemptAt),
    attempts: attempts.map(({ at, status, failure, durationMs, answer }) => ({
      at: utc(at),
      status,
      failure,
      duration_ms: Math.round(durationMs),
      answer,
    })),
  };
}

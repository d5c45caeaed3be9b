import type {
  QueuedEvent,
  WaitingDelivery,
  WebhookAttempt,
  WebhookDelivery,
} from '../../application/ports/webhook-delivery-store.js';
import type { OrganisationId, WebhookEndpointId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import {
  type WebhookAttemptDocument,
  type WebhookDeliveryDocument,
  webhookDeliverySchemaVersion,
} from '../schemas/webhook-delivery.schema.js';
import { assertReadable } from './schema-version.js';
import { toDate, idOf, instantOf, nullable, objectIdOf } from './values.mapper.js';

/** As many digits as the largest position that a number holds exactly, so that texts order as positions do. */
const digits = 16;

/** The document of one event at one endpoint. Documents of an endpoint are ordered by it as the log is. */
export function webhookDeliveryId(endpointId: WebhookEndpointId, position: number): string {
  return `${endpointId}-${String(position).padStart(digits, '0')}`;
}

type NewDelivery = {
  readonly organisationId: OrganisationId;
  readonly endpointId: WebhookEndpointId;
  readonly event: QueuedEvent;
  readonly dueAt: Instant;
};

/** A delivery that was not tried yet. */
export function newWebhookDeliveryDocument(delivery: NewDelivery): WebhookDeliveryDocument {
  const { organisationId, endpointId, event, dueAt } = delivery;
  return {
    _id: webhookDeliveryId(endpointId, event.position),
    schema_version: webhookDeliverySchemaVersion,
    organisation_id: objectIdOf(organisationId),
    endpoint_id: objectIdOf(endpointId),
    position: event.position,
    event_id: objectIdOf(event.eventId),
    event_type: event.eventType,
    subscription_id: objectIdOf(event.subscriptionId),
    state: 'pending',
    tries: 0,
    replays: 0,
    due_at: toDate(dueAt),
    waiting_position: event.position,
    attempts: [],
  };
}

/** Throws on a document of a version that this code does not know. */
export function webhookDeliveryOf(document: WebhookDeliveryDocument): WebhookDelivery {
  return {
    ...factsOf(document),
    nextAttemptAt: nullable(document.due_at, instantOf),
    attempts: document.attempts.map(attemptOf),
  };
}

/** Of a document that was read without its attempts. Throws on one that is finished. */
export function waitingDeliveryOf(
  document: Omit<WebhookDeliveryDocument, 'attempts'>,
): WaitingDelivery {
  const { due_at } = document;
  if (due_at === null) throw new TypeError('a finished delivery does not wait');
  return { ...factsOf(document), nextAttemptAt: instantOf(due_at) };
}

/** A try as it stands in its delivery. */
export function webhookAttemptDocument(attempt: WebhookAttempt): WebhookAttemptDocument {
  const { at, status, failure, durationMs, answer } = attempt;
  return { at: toDate(at), status, failure, duration_ms: durationMs, answer };
}

function factsOf(
  document: Omit<WebhookDeliveryDocument, 'attempts'>,
): Omit<WaitingDelivery, 'nextAttemptAt'> {
  assertReadable(document, webhookDeliverySchemaVersion);
  return {
    position: document.position,
    eventId: idOf(document.event_id),
    eventType: document.event_type,
    subscriptionId: idOf(document.subscription_id),
    state: document.state,
    tries: document.tries,
    replays: document.replays,
  };
}

function attemptOf(document: WebhookAttemptDocument): WebhookAttempt {
  const { at, status, failure, duration_ms: durationMs, answer } = document;
  return { at: instantOf(at), status, failure, durationMs, answer };
}

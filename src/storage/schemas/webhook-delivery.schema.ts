import type { mongo } from 'mongoose';
import type {
  WebhookAttempt,
  WebhookDeliveryState,
} from '../../application/ports/webhook-delivery-store.js';
import type { EventType } from '../../domain/events/domain-event.js';
import * as field from './fields.js';
import { documentSchema, partSchema } from './schema-options.js';

export type WebhookAttemptDocument = {
  at: Date;
  status: number | null;
  failure: WebhookAttempt['failure'];
  duration_ms: number;
  answer: string | null;
};

/** `_id` is made of endpoint and position: an event is delivered to an endpoint by one document, and lists are in its order. */
export type WebhookDeliveryDocument = {
  _id: string;
  schema_version: number;
  organisation_id: mongo.ObjectId;
  endpoint_id: mongo.ObjectId;
  position: number;
  event_id: mongo.ObjectId;
  event_type: EventType;
  subscription_id: mongo.ObjectId;
  state: WebhookDeliveryState;
  tries: number;
  replays: number;
  /** Null when finished, and so is `waiting_position`, which else is the position. */
  due_at: Date | null;
  waiting_position: number | null;
  /** When it was tried last; absent while it was not. */
  tried_at?: Date;
  attempts: WebhookAttemptDocument[];
};

export const webhookDeliverySchemaVersion = 1;

export const webhookDeliveryDocumentSchema = documentSchema({
  _id: field.text,
  schema_version: field.wholeNumber,
  organisation_id: field.id,
  endpoint_id: field.id,
  position: field.wholeNumber,
  event_id: field.id,
  event_type: field.text,
  subscription_id: field.id,
  state: field.text,
  tries: field.wholeNumber,
  replays: field.wholeNumber,
  due_at: field.maybeInstant,
  waiting_position: field.maybeWholeNumber,
  tried_at: field.maybeInstant,
  attempts: [
    partSchema({
      at: field.instant,
      status: field.maybeWholeNumber,
      failure: field.maybeText,
      duration_ms: field.wholeNumber,
      answer: field.maybeText,
    }),
  ],
});
// What is due; what is not finished of a subscription; what an operator asks for.
webhookDeliveryDocumentSchema.index({ organisation_id: 1, endpoint_id: 1, due_at: 1, position: 1 });
webhookDeliveryDocumentSchema.index({
  organisation_id: 1,
  endpoint_id: 1,
  subscription_id: 1,
  waiting_position: 1,
});
webhookDeliveryDocumentSchema.index({ organisation_id: 1, endpoint_id: 1, state: 1, position: 1 });
// What was tried of late.
webhookDeliveryDocumentSchema.index({
  organisation_id: 1,
  endpoint_id: 1,
  tried_at: 1,
  position: 1,
});

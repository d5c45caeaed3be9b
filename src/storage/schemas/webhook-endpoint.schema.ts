import type { mongo } from 'mongoose';
import type { EventType } from '../../domain/events/domain-event.js';
import * as field from './fields.js';
import { documentSchema, partSchema } from './schema-options.js';

export type WebhookSecretDocument = {
  secret: string;
  expires_at: Date | null;
  chosen_id: string | null;
};

export type WebhookEndpointDocument = {
  _id: mongo.ObjectId;
  schema_version: number;
  organisation_id: mongo.ObjectId;
  url: string;
  types: EventType[] | null;
  enabled: boolean;
  secrets: WebhookSecretDocument[];
  position: number;
  created_at: Date;
  paused_until: Date | null;
  /** Its lease: which process sends to it now, and until when; both null while none does. */
  lane_owner: string | null;
  lane_until: Date | null;
};

export const webhookEndpointSchemaVersion = 1;

export const webhookEndpointDocumentSchema = documentSchema({
  _id: field.id,
  schema_version: field.wholeNumber,
  organisation_id: field.id,
  url: field.text,
  types: { type: [field.text], default: undefined },
  enabled: field.flag,
  secrets: [
    partSchema({
      secret: field.text,
      expires_at: field.maybeInstant,
      chosen_id: field.maybeText,
    }),
  ],
  position: field.wholeNumber,
  created_at: field.instant,
  paused_until: field.maybeInstant,
  lane_owner: field.maybeText,
  lane_until: field.maybeInstant,
});
webhookEndpointDocumentSchema.index({ organisation_id: 1, _id: 1 });

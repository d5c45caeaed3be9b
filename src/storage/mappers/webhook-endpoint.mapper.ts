import type {
  NewWebhookEndpoint,
  WebhookEndpoint,
  WebhookSecret,
} from '../../application/ports/webhook-endpoint-store.js';
import {
  type WebhookEndpointDocument,
  webhookEndpointSchemaVersion,
  type WebhookSecretDocument,
} from '../schemas/webhook-endpoint.schema.js';
import { assertReadable } from './schema-version.js';
import { toDate, idOf, instantOf, nullable, objectIdOf } from './values.mapper.js';

/** A new endpoint: nobody sends to it yet. */
export function webhookEndpointDocument(endpoint: NewWebhookEndpoint): WebhookEndpointDocument {
  return {
    _id: objectIdOf(endpoint.id),
    schema_version: webhookEndpointSchemaVersion,
    organisation_id: objectIdOf(endpoint.organisationId),
    url: endpoint.url,
    types: nullable(endpoint.types, (it) => [...it]),
    enabled: endpoint.enabled,
    secrets: endpoint.secrets.map(webhookSecretDocument),
    position: endpoint.position,
    created_at: toDate(endpoint.createdAt),
    paused_until: null,
    lane_owner: null,
    lane_until: null,
  };
}

/** A secret as it stands in its endpoint. */
export function webhookSecretDocument(given: WebhookSecret): WebhookSecretDocument {
  const { secret, expiresAt, chosenId } = given;
  return { secret, expires_at: nullable(expiresAt, toDate), chosen_id: chosenId };
}

/** Throws on a document of a version that this code does not know. */
export function webhookEndpointOf(document: WebhookEndpointDocument): WebhookEndpoint {
  assertReadable(document, webhookEndpointSchemaVersion);
  return {
    id: idOf(document._id),
    organisationId: idOf(document.organisation_id),
    url: document.url,
    types: document.types ?? null,
    enabled: document.enabled,
    secrets: document.secrets.map(({ secret, expires_at, chosen_id }) => ({
      secret,
      expiresAt: nullable(expires_at, instantOf),
      chosenId: chosen_id,
    })),
    position: document.position,
    createdAt: instantOf(document.created_at),
    pausedUntil: nullable(document.paused_until, instantOf),
    lease: leaseOf(document),
  };
}

function leaseOf(document: WebhookEndpointDocument): WebhookEndpoint['lease'] {
  const { lane_owner: owner, lane_until: until } = document;
  return owner === null || until === null ? null : { owner, until: instantOf(until) };
}

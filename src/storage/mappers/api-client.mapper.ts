import type { ApiClient } from '../../application/ports/client-store.js';
import { toClientId } from '../../domain/ids.js';
import { type ApiClientDocument, apiClientSchemaVersion } from '../schemas/api-client.schema.js';
import { assertReadable } from './schema-version.js';
import { idOf, objectIdOf } from './values.mapper.js';

/** A client as it is stored. */
export function apiClientDocument(client: ApiClient): ApiClientDocument {
  return {
    _id: client.id,
    schema_version: apiClientSchemaVersion,
    organisation_id: objectIdOf(client.organisationId),
    secret_hash: client.secretHash,
    scopes: [...client.scopes],
    provision_service: client.provisionService,
    disabled: client.disabled,
  };
}

/** The client that a document holds. */
export function apiClientOf(document: ApiClientDocument): ApiClient {
  assertReadable(document, apiClientSchemaVersion);
  return {
    id: toClientId(document._id),
    organisationId: idOf(document.organisation_id),
    secretHash: document.secret_hash,
    scopes: document.scopes,
    provisionService: document.provision_service,
    disabled: document.disabled,
  };
}

import type { Account } from '../../application/ports/account-store.js';
import type { OrganisationId } from '../../domain/ids.js';
import { type AccountDocument, accountSchemaVersion } from '../schemas/account.schema.js';
import { assertReadable } from './schema-version.js';
import { idOf, objectIdOf } from './values.mapper.js';

/** An account as it is stored. */
export function accountDocument(organisationId: OrganisationId, account: Account): AccountDocument {
  return {
    _id: objectIdOf(account.id),
    schema_version: accountSchemaVersion,
    organisation_id: objectIdOf(organisationId),
    customer_number: account.customerNumber,
  };
}

/** The account that a document holds. */
export function accountOf(document: AccountDocument): Account {
  assertReadable(document, accountSchemaVersion);
  return { id: idOf(document._id), customerNumber: document.customer_number ?? null };
}

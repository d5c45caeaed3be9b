import type { Account, AccountRecord } from '../../application/ports/account-store.js';
import type { OrganisationId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import { type AccountDocument, accountSchemaVersion } from '../schemas/account.schema.js';
import { assertReadable } from './schema-version.js';
import { idOf, instantOf, objectIdOf, toDate } from './values.mapper.js';

/** An account as it is stored. */
export function accountDocument(
  organisationId: OrganisationId,
  account: Account,
  createdAt?: Instant,
): AccountDocument {
  return {
    _id: objectIdOf(account.id),
    schema_version: accountSchemaVersion,
    organisation_id: objectIdOf(organisationId),
    customer_number: account.customerNumber,
    ...(createdAt === undefined ? {} : { created_at: toDate(createdAt) }),
  };
}

/** The account that a document holds. */
export function accountOf(document: AccountDocument): Account {
  assertReadable(document, accountSchemaVersion);
  return { id: idOf(document._id), customerNumber: document.customer_number ?? null };
}

/** The same with how often it was edited, and since when it is there. */
export function accountRecordOf(document: AccountDocument): AccountRecord {
  return {
    ...accountOf(document),
    version: 1 + (document.edits ?? 0),
    createdAt: instantOf(document.created_at ?? document._id.getTimestamp()),
  };
}

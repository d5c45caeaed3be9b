import type { AuditActor, AuditEntry, AuditFacts } from '../../application/ports/audit-store.js';
import type { OrganisationId } from '../../domain/ids.js';
import type { OrganisationScope } from '../../domain/operators/operator.js';
import {
  type AuditEntryDocument,
  auditEntrySchemaVersion,
  type AuditIdDocument,
} from '../schemas/audit-entry.schema.js';
import { assertReadable } from './schema-version.js';
import { idOf, instantOf, nullable, objectIdOf, toDate } from './values.mapper.js';

/** An entry as it is stored. */
export function auditEntryDocument(entry: AuditEntry): AuditEntryDocument {
  return {
    _id: objectIdOf(entry.id),
    schema_version: auditEntrySchemaVersion,
    organisation_id: scopeDocument(entry.organisationId),
    at: toDate(entry.at),
    who: entry.who,
    role: entry.role,
    action: entry.action,
    ids: auditIdsDocument(entry.ids),
    before: auditFactsText(entry.before),
    after: auditFactsText(entry.after),
    request_id: entry.requestId,
    state: entry.state,
  };
}

/** The entry that a document holds. */
export function auditEntryOf(document: AuditEntryDocument): AuditEntry {
  assertReadable(document, auditEntrySchemaVersion);
  return {
    id: idOf(document._id),
    organisationId: nullable(document.organisation_id, idOf<OrganisationId>) ?? '*',
    at: instantOf(document.at),
    who: document.who as AuditActor,
    role: document.role,
    action: document.action,
    ids: Object.fromEntries(document.ids.map(({ name, id }) => [name, id])),
    before: nullable(document.before, factsOf),
    after: nullable(document.after, factsOf),
    requestId: document.request_id,
    state: document.state,
  };
}

/** An organisation as it is stored; null: no one of them. */
export function scopeDocument(
  organisationId: OrganisationScope,
): AuditEntryDocument['organisation_id'] {
  return organisationId === '*' ? null : objectIdOf(organisationId);
}

/** Ids by their names, as they are stored. */
export function auditIdsDocument(ids: AuditEntry['ids']): AuditIdDocument[] {
  return Object.entries(ids).map(([name, id]) => ({ name, id }));
}

/** What was before or after, as it is stored. */
export function auditFactsText(facts: AuditFacts | null): string | null {
  return nullable(facts, (it) => JSON.stringify(it));
}

function factsOf(text: string): AuditFacts {
  return JSON.parse(text) as AuditFacts;
}

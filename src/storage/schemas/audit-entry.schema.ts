import type { mongo } from 'mongoose';
import type { AuditState } from '../../application/ports/audit-store.js';
import type { OperatorAction, Role } from '../../domain/operators/role.js';
import * as field from './fields.js';
import { documentSchema, partSchema } from './schema-options.js';

export type AuditIdDocument = { name: string; id: string };

/** `before` and `after` are JSON: nobody asks for what stands in them. No organisation: it was about no one of them. */
export type AuditEntryDocument = {
  _id: mongo.ObjectId;
  schema_version: number;
  organisation_id: mongo.ObjectId | null;
  at: Date;
  who: string;
  role: Role | null;
  action: OperatorAction;
  ids: AuditIdDocument[];
  before: string | null;
  after: string | null;
  request_id: string | null;
  state: AuditState;
};

export const auditEntrySchemaVersion = 1;

export const auditEntryDocumentSchema = documentSchema({
  _id: field.id,
  schema_version: field.wholeNumber,
  organisation_id: field.maybeId,
  at: field.instant,
  who: field.text,
  role: field.maybeText,
  action: field.text,
  ids: [partSchema({ name: field.text, id: field.text })],
  before: field.maybeText,
  after: field.maybeText,
  request_id: field.maybeText,
  state: field.text,
});
auditEntryDocumentSchema.index({ organisation_id: 1, _id: 1 });
/** For those of one action, and of one operator. */
auditEntryDocumentSchema.index({ organisation_id: 1, action: 1, _id: 1 });
auditEntryDocumentSchema.index({ organisation_id: 1, who: 1, _id: 1 });

import type { mongo } from 'mongoose';
import type {
  DocumentType,
  PositionKind,
  PositionShare,
} from '../../domain/billing/billing-document.js';
import * as field from './fields.js';
import { documentSchema, partSchema } from './schema-options.js';

export type DocumentPositionDocument = {
  kind: PositionKind;
  name: string;
  quantity: number;
  unit_price_minor: number;
  net_minor: number;
  from: Date;
  to: Date;
  /** Absent: the whole of it. */
  share?: PositionShare;
  package_id: mongo.ObjectId;
  period_id: mongo.ObjectId;
  user_product_id: mongo.ObjectId;
};

/** An invoice or a credit note as an event carries it, waiting in an outbox or in the log. */
export type BillingDocumentPart = {
  id: mongo.ObjectId;
  type: DocumentType;
  /** Absent while it has no place in its series. */
  sequence?: number;
  account_id: mongo.ObjectId;
  subscription_id: mongo.ObjectId;
  currency: string;
  references_invoice?: mongo.ObjectId;
  references_number?: string;
  reason?: 'order_change';
  created_at: Date;
  net_minor: number;
  positions: DocumentPositionDocument[];
};

/** An invoice or a credit note with its place in its series. */
export type BillingDocumentDocument = Omit<BillingDocumentPart, 'id' | 'sequence'> & {
  _id: mongo.ObjectId;
  schema_version: number;
  organisation_id: mongo.ObjectId;
  sequence: number;
  /** Its account, its subscription and the user products of its positions: what it is looked for by. */
  concerns: mongo.ObjectId[];
};

export const billingDocumentSchemaVersion = 1;

const shareSchema = partSchema({
  parts: field.wholeNumber,
  whole: field.wholeNumber,
  unit: field.text,
});

const positionSchema = partSchema({
  kind: field.text,
  name: field.text,
  quantity: field.wholeNumber,
  unit_price_minor: field.wholeNumber,
  net_minor: field.wholeNumber,
  from: field.instant,
  to: field.instant,
  share: { type: shareSchema },
  package_id: field.id,
  period_id: field.id,
  user_product_id: field.id,
});

const billingDocumentFields = {
  type: field.text,
  sequence: field.maybeWholeNumber,
  account_id: field.id,
  subscription_id: field.id,
  currency: field.text,
  references_invoice: field.maybeId,
  references_number: field.maybeText,
  reason: field.maybeText,
  created_at: field.instant,
  net_minor: field.wholeNumber,
  positions: [positionSchema],
};

export const billingDocumentPartSchema = partSchema({ id: field.id, ...billingDocumentFields });

export const billingDocumentSchema = documentSchema({
  _id: field.id,
  schema_version: field.wholeNumber,
  organisation_id: field.id,
  concerns: [field.id],
  ...billingDocumentFields,
  sequence: field.wholeNumber,
});
// The series: numbers are given, found and read in their order by it, and what is of one type is.
billingDocumentSchema.index({ organisation_id: 1, type: 1, sequence: 1 }, { unique: true });
// One index for the three that documents are asked by, and not one for each: every renewal of an item inserts one.
billingDocumentSchema.index({ organisation_id: 1, concerns: 1, created_at: 1, _id: 1 });
// The whole list, oldest first, which no installation should sort in memory.
billingDocumentSchema.index({ organisation_id: 1, created_at: 1, _id: 1 });

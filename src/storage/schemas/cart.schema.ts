import type { mongo } from 'mongoose';
import * as field from './fields.js';
import { documentSchema } from './schema-options.js';
import { type SoldPeriodDocument, soldPeriodDocumentSchema } from './values.schema.js';

export type CartDocument = {
  _id: mongo.ObjectId;
  schema_version: number;
  organisation_id: mongo.ObjectId;
  account_id: mongo.ObjectId;
  package_id: mongo.ObjectId;
  package_code: string;
  offered: SoldPeriodDocument;
  quantity: number;
  start_at: Date | null;
  user_product_id: mongo.ObjectId;
  invoice_id: mongo.ObjectId;
  status: 'open' | 'completed';
  created_at: Date;
};

export const cartSchemaVersion = 1;

export const cartDocumentSchema = documentSchema({
  _id: field.id,
  schema_version: field.wholeNumber,
  organisation_id: field.id,
  account_id: field.id,
  package_id: field.id,
  package_code: field.text,
  offered: { type: soldPeriodDocumentSchema, required: true },
  quantity: field.wholeNumber,
  start_at: field.maybeInstant,
  user_product_id: field.id,
  invoice_id: field.id,
  status: field.text,
  created_at: field.instant,
});
cartDocumentSchema.index({ organisation_id: 1, _id: 1 });
cartDocumentSchema.index({ organisation_id: 1, account_id: 1 });
/** For the end of open ones. */
cartDocumentSchema.index({ organisation_id: 1, status: 1, created_at: 1 });

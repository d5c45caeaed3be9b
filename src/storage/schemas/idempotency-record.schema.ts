import type { mongo } from 'mongoose';
import * as field from './fields.js';
import { documentSchema } from './schema-options.js';

/** A keyed write that is not on a user product (docs/architecture.md §5). */
export type IdempotencyRecordDocument = {
  _id: mongo.ObjectId;
  schema_version: number;
  organisation_id: mongo.ObjectId;
  key_hash: string;
  command_hash: string;
  chosen_id: mongo.ObjectId;
  held_at: Date;
  is_free: boolean;
  /** Null while unfinished. */
  status: number | null;
  body: string | null;
};

export const idempotencyRecordSchemaVersion = 1;

export const idempotencyRecordSchema = documentSchema({
  _id: field.id,
  schema_version: field.wholeNumber,
  organisation_id: field.id,
  key_hash: field.text,
  command_hash: field.text,
  chosen_id: field.id,
  held_at: field.instant,
  is_free: field.flag,
  status: field.maybeWholeNumber,
  body: field.maybeText,
});
idempotencyRecordSchema.index({ organisation_id: 1, key_hash: 1 }, { unique: true });
idempotencyRecordSchema.index({ organisation_id: 1, held_at: 1 });

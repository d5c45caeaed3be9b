import type { mongo } from 'mongoose';
import * as field from './fields.js';
import { type PlacesDocument, placesSchema } from './places.schema.js';
import { documentSchema } from './schema-options.js';

export type AccountDocument = {
  _id: mongo.ObjectId;
  schema_version: number;
  organisation_id: mongo.ObjectId;
  customer_number: string | null;
  /** Absent: as old as its id. */
  created_at?: Date;
  /** Counts what was written of it since. Absent: 0. */
  edits?: number;
  /** For user products; absent until one is asked for. */
  places?: PlacesDocument;
};

export const accountSchemaVersion = 1;

export const accountSchema = documentSchema({
  _id: field.id,
  schema_version: field.wholeNumber,
  organisation_id: field.id,
  customer_number: field.maybeText,
  created_at: field.maybeInstant,
  edits: field.maybeWholeNumber,
  places: { type: placesSchema },
});
accountSchema.index({ organisation_id: 1, _id: 1 });
accountSchema.index({ organisation_id: 1, customer_number: 1 });
accountSchema.index({ organisation_id: 1, created_at: 1, _id: 1 });

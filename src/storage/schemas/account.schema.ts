import type { mongo } from 'mongoose';
import * as field from './fields.js';
import { type PlacesDocument, placesSchema } from './places.schema.js';
import { documentSchema } from './schema-options.js';

export type AccountDocument = {
  _id: mongo.ObjectId;
  schema_version: number;
  organisation_id: mongo.ObjectId;
  customer_number: string | null;
  /** For user products; absent until one is asked for. */
  places?: PlacesDocument;
};

export const accountSchemaVersion = 1;

export const accountSchema = documentSchema({
  _id: field.id,
  schema_version: field.wholeNumber,
  organisation_id: field.id,
  customer_number: field.maybeText,
  places: { type: placesSchema },
});
accountSchema.index({ organisation_id: 1, _id: 1 });

import type { mongo } from 'mongoose';
import * as field from './fields.js';
import { documentSchema } from './schema-options.js';

/** `_id` is the client's id: a string, unique in the installation (docs/architecture.md §6). */
export type ApiClientDocument = {
  _id: string;
  schema_version: number;
  organisation_id: mongo.ObjectId;
  secret_hash: string;
  scopes: string[];
  provision_service: string;
  disabled: boolean;
};

export const apiClientSchemaVersion = 1;

export const apiClientSchema = documentSchema({
  _id: field.text,
  schema_version: field.wholeNumber,
  organisation_id: field.id,
  secret_hash: field.text,
  scopes: [field.text],
  provision_service: field.text,
  disabled: field.flag,
});
apiClientSchema.index({ organisation_id: 1 });

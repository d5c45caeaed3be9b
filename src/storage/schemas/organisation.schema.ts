import type { mongo } from 'mongoose';
import type { Organisation } from '../../application/ports/organisation-store.js';
import * as field from './fields.js';
import { documentSchema } from './schema-options.js';

export type OrganisationDocument = {
  _id: mongo.ObjectId;
  schema_version: number;
  name: string;
  time_zone: string;
  currency: string;
  live: boolean;
  proration_grain: Organisation['prorationGrain'];
  /** Absent while no test clock was set. */
  test_clock_at?: Date;
  /** Absent while the log is whole; else nothing below this position is missed. */
  log_starts_at?: number;
};

export const organisationSchemaVersion = 1;

export const organisationSchema = documentSchema({
  _id: field.id,
  schema_version: field.wholeNumber,
  name: field.text,
  time_zone: field.text,
  currency: field.text,
  live: field.flag,
  proration_grain: field.text,
  test_clock_at: field.maybeInstant,
  log_starts_at: field.maybeWholeNumber,
});

import type { mongo } from 'mongoose';
import type { Organisation } from '../../application/ports/organisation-store.js';
import * as field from './fields.js';
import { type PageSettingsDocument, pageSettingsSchema } from './page-settings.schema.js';
import { type PlacesDocument, placesSchema } from './places.schema.js';
import { documentSchema, partSchema } from './schema-options.js';

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
  /** Who ends the periods in order, and until when nobody else may; absent while nobody does. */
  period_ends?: { holder: string; held_until: Date };
  /** Absent while the log is whole; else nothing below this position is missed. */
  log_starts_at?: number;
  /** For webhook endpoints; absent until one is asked for. */
  places?: PlacesDocument;
  pages?: PageSettingsDocument;
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
  period_ends: { type: partSchema({ holder: field.text, held_until: field.instant }) },
  log_starts_at: field.maybeWholeNumber,
  places: { type: placesSchema },
  pages: { type: pageSettingsSchema },
});
organisationSchema.index({ 'period_ends.held_until': 1 }, { sparse: true });

import type { mongo } from 'mongoose';
import * as field from './fields.js';
import { pageOwnerFields, type PageOwnerFields } from './page-link.schema.js';
import { type PageVisitDocument, pageVisitSchema } from './page-visit.schema.js';
import { documentSchema } from './schema-options.js';

/** Its id is the hash of what the browser holds. */
export type PageSessionDocument = PageOwnerFields & {
  _id: string;
  schema_version: number;
  link_id: mongo.ObjectId | null;
  created_at: Date;
  seen_at: Date;
  ends_at: Date;
  proved_at: Date;
  locale: string | null;
  visit: PageVisitDocument | null;
};

export const pageSessionSchemaVersion = 1;

export const pageSessionSchema = documentSchema({
  _id: field.text,
  schema_version: field.wholeNumber,
  ...pageOwnerFields,
  link_id: field.maybeId,
  created_at: field.instant,
  seen_at: field.instant,
  ends_at: field.instant,
  proved_at: field.instant,
  locale: field.maybeText,
  visit: { type: pageVisitSchema },
});
/** For the end of an account, of an organisation, and of the sessions of an operator, whose organisation is null. */
pageSessionSchema.index({ organisation_id: 1, account_id: 1 });
pageSessionSchema.index({ operator_id: 1 });
/** For a link that is taken back. */
pageSessionSchema.index({ link_id: 1 });
/** For the sweep. */
pageSessionSchema.index({ ends_at: 1 });
pageSessionSchema.index({ kind: 1, seen_at: 1 });

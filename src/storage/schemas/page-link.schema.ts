import type { mongo } from 'mongoose';
import type { PageLink } from '../../application/ports/page-access-store.js';
import * as field from './fields.js';
import { type PageVisitDocument, pageVisitSchema } from './page-visit.schema.js';
import { documentSchema } from './schema-options.js';

/** Whose pages something opens, in fields: of the portal the first three, of the console the first and the last. */
export type PageOwnerFields = {
  kind: 'portal' | 'console';
  organisation_id: mongo.ObjectId | null;
  account_id: mongo.ObjectId | null;
  operator_id: mongo.ObjectId | null;
};

export type PageLinkDocument = PageOwnerFields & {
  _id: mongo.ObjectId;
  schema_version: number;
  token_hash: string;
  delivery: PageLink['delivery'];
  created_at: Date;
  ends_at: Date;
  used_at: Date | null;
  visit: PageVisitDocument | null;
};

export const pageLinkSchemaVersion = 1;

export const pageOwnerFields = {
  kind: field.text,
  organisation_id: field.maybeId,
  account_id: field.maybeId,
  operator_id: field.maybeId,
};

export const pageLinkSchema = documentSchema({
  _id: field.id,
  schema_version: field.wholeNumber,
  ...pageOwnerFields,
  token_hash: field.text,
  delivery: field.text,
  created_at: field.instant,
  ends_at: field.instant,
  used_at: field.maybeInstant,
  visit: { type: pageVisitSchema },
});
pageLinkSchema.index({ token_hash: 1 }, { unique: true });
/** For the end of an account, and of an organisation. */
pageLinkSchema.index({ organisation_id: 1, account_id: 1 });
/** For the sweep. */
pageLinkSchema.index({ ends_at: 1 });

import type { mongo } from 'mongoose';
import type { ChangeBehaviour, ChangeKind } from '../../domain/user-product/change.js';
import * as field from './fields.js';
import { type OutboxEntryDocument, outboxEntrySchema } from './outbox-entry.schema.js';
import { documentSchema, partSchema } from './schema-options.js';
import {
  userProductFactsFields,
  type UserProductFactsDocument,
} from './user-product-facts.schema.js';
import {
  type ChangeAmountsDocument,
  changeAmountsSchema,
  type ChangeDocumentsDocument,
  changeDocumentsSchema,
  type FrozenTargetDocument,
  frozenTargetSchema,
} from './values.schema.js';

export type ChangeTermsDocument = {
  kind: ChangeKind;
  rule: string;
  effective_at: Date;
  valid_to: Date;
  renewed_at_once: boolean;
  amounts: ChangeAmountsDocument;
};

export type EndedByDocument = {
  change_id: mongo.ObjectId;
  successor_id: mongo.ObjectId;
  answer_id: mongo.ObjectId;
  target: FrozenTargetDocument;
  behaviour: ChangeBehaviour;
  /** Absent in rows that were ended before they were kept. */
  terms?: ChangeTermsDocument | null;
  /** Absent: it has caused none. */
  documents?: ChangeDocumentsDocument;
};

/**
 * Where the period's end is found by (docs/architecture.md §4). All three or none: a row that is never due is in no
 * index for it.
 */
export type DueDocument = {
  due_organisation_id: mongo.ObjectId;
  due_bucket: number;
  next_due_at: Date;
};

/** A user product without what the commit protocol keeps beside it. */
export type UserProductRowDocument = UserProductFactsDocument & {
  _id: mongo.ObjectId;
  schema_version: number;
  organisation_id: mongo.ObjectId;
  account_id: mongo.ObjectId;
  ended_by: EndedByDocument | null;
} & Partial<DueDocument>;

/** As it is inserted, and as it waits in its source until then. An empty outbox is left out. */
export type NewUserProductDocument = UserProductRowDocument & {
  recent_changes: mongo.ObjectId[];
  outbox?: OutboxEntryDocument[];
};

/** As it is in the collection. */
export type UserProductDocument = NewUserProductDocument & {
  successor?: NewUserProductDocument;
  due_blocked?: boolean;
  kept_answers?: KeptAnswerDocument[];
  /** Names the last of them: what a writer that keeps another one filters by. */
  last_kept?: string | null;
};

/** An answer kept for its `Idempotency-Key` (docs/architecture.md §5). */
export type KeptAnswerDocument = {
  key_hash: string;
  command_hash: string;
  status: number;
  body: string;
  kept_at: Date;
};

/**
 * Version 3 says how many it is of, on which tier, and how its period is charged; version 2 what was paid. Code that does
 * not know of these would leave them behind when the period moves on.
 */
export const userProductSchemaVersion = 3;
/** What that one lacks is known: see `paidBeforeKept`. */
export const oldestUserProductSchemaVersion = 1;

const termsSchema = partSchema({
  kind: field.text,
  rule: field.text,
  effective_at: field.instant,
  valid_to: field.instant,
  renewed_at_once: field.flag,
  amounts: { type: changeAmountsSchema, required: true },
});

const endedBySchema = partSchema({
  change_id: field.id,
  successor_id: field.id,
  answer_id: field.id,
  target: { type: frozenTargetSchema, required: true },
  behaviour: field.text,
  terms: { type: termsSchema },
  documents: { type: changeDocumentsSchema },
});

const keptAnswerSchema = partSchema({
  key_hash: field.text,
  command_hash: field.text,
  status: field.wholeNumber,
  body: field.text,
  kept_at: field.instant,
});

const newUserProductFields = {
  _id: field.id,
  schema_version: field.wholeNumber,
  organisation_id: field.id,
  account_id: field.id,
  ...userProductFactsFields,
  ended_by: { type: endedBySchema },
  due_organisation_id: field.maybeId,
  due_bucket: field.maybeWholeNumber,
  next_due_at: field.maybeInstant,
  recent_changes: [field.id],
  outbox: { type: [outboxEntrySchema], default: undefined },
};

export const userProductDocumentSchema = documentSchema({
  ...newUserProductFields,
  successor: { type: documentSchema(newUserProductFields) },
  due_blocked: { type: Boolean },
  kept_answers: { type: [keptAnswerSchema], default: undefined },
  last_kept: field.maybeText,
});
userProductDocumentSchema.index({ organisation_id: 1, account_id: 1 });
userProductDocumentSchema.index({ organisation_id: 1, _id: 1 });
userProductDocumentSchema.index({ organisation_id: 1, subscription_id: 1 });
userProductDocumentSchema.index({ organisation_id: 1, 'sold_period.period_id': 1 });
userProductDocumentSchema.index({ organisation_id: 1, subscription_number: 1 });
userProductDocumentSchema.index({ organisation_id: 1, order_id: 1 });
userProductDocumentSchema.index({ due_blocked: 1 }, { sparse: true });
userProductDocumentSchema.index({ tier_id: 1 }, { sparse: true });
userProductDocumentSchema.index({ 'pending_change.target.tier_id': 1 }, { sparse: true });
userProductDocumentSchema.index({ 'outbox.id': 1 }, { sparse: true });
userProductDocumentSchema.index({ 'successor._id': 1 }, { sparse: true });
// Begins with a field that is absent where the others are: a sparse index holds each row that has any of its fields.
userProductDocumentSchema.index(
  { due_organisation_id: 1, due_bucket: 1, next_due_at: 1 },
  { sparse: true },
);
